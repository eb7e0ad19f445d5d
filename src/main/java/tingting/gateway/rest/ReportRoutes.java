package tingting.gateway.rest;

import java.util.Optional;
import java.util.UUID;
import tingting.moderation.Complaint;
import tingting.moderation.Reports;
import tingting.protocol.Problem;
import tingting.web.Fields;
import tingting.web.Request;
import tingting.web.Response;
import tingting.web.Routes;

/// /reports: telling those in charge of a message or a person.
public final class ReportRoutes {
    private final Reports reports;

    public ReportRoutes(Reports reports) {
        this.reports = reports;
    }

    public void mount(Routes routes) {
        routes.post("/api/v1/reports", this::file);
    }

    private Response file(Request request) {
        Reports.Filed filed = reports.file(request.caller(), complaint(request.body()));
        return Response.json(filed.created() ? 201 : 200, filed.report());
    }

    private static Complaint complaint(Fields body) {
        Optional<UUID> messageId = body.optionalId("message_id");
        Optional<UUID> userId = body.optionalId("user_id");
        if (messageId.isPresent() == userId.isPresent()) {
            throw Problem.invalid("A report names either a message_id or a user_id.");
        }
        String reason = body.string("reason");
        return messageId.isPresent()
                ? new Complaint.OfMessage(messageId.get(), reason)
                : new Complaint.OfUser(userId.orElseThrow(), reason);
    }
}
