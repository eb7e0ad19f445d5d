package tingting;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import tingting.contract.RestContract;
import tingting.testing.Http;
import tingting.testing.TestServer;

/// The routes that are mounted, and those that docs/openapi.yaml describes.
class ContractTest {
    @Test
    void what_is_answered_is_described_and_what_is_described_is_answered() {
        try (TestServer server = TestServer.start()) {
            assertThat(server.server().routes().names().stream()
                            .filter(route -> route.contains(" /api/v1/") || route.contains(" /health/"))
                            .map(route -> route.replaceAll(":[^/]+", "{}")))
                    .containsExactlyInAnyOrderElementsOf(RestContract.operations()
                            .map(operation -> operation.replaceAll("\\{[^/]+}", "{}"))
                            .toList());
        }
    }

    @Test
    void health_is_as_described() {
        try (TestServer server = TestServer.start()) {
            for (String path : new String[] {"/health/live", "/health/ready"}) {
                HttpRequest request =
                        HttpRequest.newBuilder(URI.create(server.url() + path)).build();
                assertThat(Http.send(request).statusCode()).isEqualTo(200);
            }
        }
    }
}
