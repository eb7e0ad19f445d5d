package tingting.personal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tingting.account.OwnerMail;
import tingting.account.Profiles;
import tingting.cluster.Alarm;
import tingting.database.Database;
import tingting.notice.Notice;
import tingting.personal.Export.State;
import tingting.personal.ExportStore.Job;
import tingting.protocol.Caller;
import tingting.protocol.Ids;
import tingting.protocol.Problem;

/// Files of all that somebody owns. Made one after the other by a thread of its own, fetched by the session that asked
/// and by no other, and deleted after some days, or as soon as that session ends.
///
/// Who writes one holds it by a lease: when that ends without a word, the file is begun anew by whoever finds it, three
/// times in all. Safe from any thread; every verb blocks.
public final class Exports implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Exports.class);
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int A_DAY = 3;
    private static final int ATTEMPTS = 3;

    private final Database database;
    private final Profiles profiles;
    private final OwnerMail mail;
    private final ExportFolder folder;
    private final Ids ids;
    private final InstantSource clock;
    private final Duration kept;
    private final Alarm alarm;
    private volatile boolean closing;

    /// The server stops, or somebody else writes it by now.
    private static final class BrokenOff extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// @param folder of the files
    /// @param kept how long each can be fetched
    public Exports(
            Database database,
            Profiles profiles,
            OwnerMail mail,
            Path folder,
            Ids ids,
            InstantSource clock,
            Duration kept) {
        this.database = database;
        this.profiles = profiles;
        this.mail = mail;
        this.folder = new ExportFolder(folder);
        this.ids = ids;
        this.clock = clock;
        this.kept = kept;
        this.alarm = new Alarm("exports", clock, this::work);
    }

    /// Begins one, for the session that asks.
    ///
    /// @throws Problem `conflict` while another is being made, `rate_limited` after three in a day
    public Export begin(Caller caller) {
        UUID exportId = ids.next();
        Instant now = clock.instant();
        Export begun = database.write(handle -> {
            List<Export> known = ExportStore.list(handle, caller);
            if (known.stream().anyMatch(export -> export.finishedAt() == null)) {
                throw Problem.conflict("A copy is being made already.");
            }
            List<Instant> today = known.stream()
                    .map(Export::createdAt)
                    .filter(now.minus(DAY)::isBefore)
                    .toList();
            if (today.size() >= A_DAY) {
                throw Problem.rateLimited(Duration.between(now, today.getLast().plus(DAY)));
            }
            ExportStore.insert(handle, exportId, caller, now, now.plus(kept));
            return ExportStore.find(handle, caller, exportId).orElseThrow();
        });
        alarm.ringAt(now);
        return begun;
    }

    /// The caller's, the newest first.
    public List<Export> list(Caller caller) {
        return database.read(handle -> ExportStore.list(handle, caller));
    }

    /// Where the file is.
    ///
    /// @throws Problem `not_found` when it is not ready, not here, or not this session's
    public Path file(Caller caller, UUID exportId) {
        Instant now = clock.instant();
        return database.read(handle -> ExportStore.find(handle, caller, exportId))
                .filter(export -> export.here() && export.state() == State.READY)
                .filter(export -> export.expiresAt().isAfter(now))
                .map(export -> folder.file(exportId))
                .filter(Files::exists)
                .orElseThrow(Problem::notFound);
    }

    /// Deletes what nobody may fetch any more, then writes one; answers that there may be another.
    private Optional<Instant> work() {
        sweep();
        Instant now = clock.instant();
        Optional<Job> job = database.write(handle -> ExportStore.claim(handle, now, now.plus(LEASE)));
        job.ifPresent(this::make);
        return job.isPresent() && !closing ? Optional.of(now) : Optional.empty();
    }

    private void sweep() {
        Instant now = clock.instant();
        database.run(handle -> ExportStore.deleteExpired(handle, now));
        folder.sweep(exportId -> database.read(handle -> ExportStore.isWanted(handle, exportId, now)));
    }

    private void make(Job job) {
        if (job.attempts() > ATTEMPTS) {
            finish(job, null);
            return;
        }
        Lease lease = new Lease(job);
        try (OutputStream out = folder.begin(job.exportId())) {
            new ExportWriter(database, job.userId(), lease::keep).write(out, clock.instant());
            finish(job, folder.finish(job.exportId()));
        } catch (BrokenOff e) {
            database.run(handle -> ExportStore.release(handle, job));
        } catch (IOException e) {
            LOG.error("An export could not be written", e);
            finish(job, null);
        }
    }

    private void finish(Job job, @Nullable Long size) {
        boolean mine = database.write(handle -> ExportStore.finish(handle, job, size, clock.instant()));
        if (mine && size != null) {
            profiles.owner(job.userId()).ifPresent(owner -> mail.tell(owner, "", new Notice.ExportReady()));
        }
    }

    /// That nobody else begins what is being written.
    private final class Lease {
        private final Job job;
        private Instant until;

        Lease(Job job) {
            this.job = job;
            this.until = clock.instant().plus(LEASE);
        }

        void keep() {
            if (closing) {
                throw new BrokenOff();
            }
            Instant now = clock.instant();
            if (now.isBefore(until.minus(LEASE.dividedBy(2)))) {
                return;
            }
            until = now.plus(LEASE);
            if (!database.write(handle -> ExportStore.prolong(handle, job, now.plus(LEASE)))) {
                throw new BrokenOff();
            }
        }
    }

    /// Ends after the page that is being written, and gives the rest back.
    @Override
    public void close() {
        closing = true;
        alarm.close();
    }
}
