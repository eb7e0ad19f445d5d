package tingting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import tingting.account.Accounts;
import tingting.account.Closures;
import tingting.account.EmailChanges;
import tingting.account.Guesses;
import tingting.account.HashingPool;
import tingting.account.OAuthAccounts;
import tingting.account.OAuthLinks;
import tingting.account.OwnerMail;
import tingting.account.PasskeySignIns;
import tingting.account.Passkeys;
import tingting.account.Profiles;
import tingting.account.Proofs;
import tingting.account.ReadReceipts;
import tingting.account.Recovery;
import tingting.account.SecondFactorChanges;
import tingting.account.SecondStep;
import tingting.account.SentCodes;
import tingting.account.SignUps;
import tingting.account.WaysIn;
import tingting.cluster.Bus;
import tingting.cluster.SharedCache;
import tingting.config.Secrets;
import tingting.config.Settings;
import tingting.database.Database;
import tingting.factor.SecondFactors;
import tingting.friend.Blocks;
import tingting.friend.Friends;
import tingting.limits.Limiter;
import tingting.media.DiskStorage;
import tingting.media.Downloads;
import tingting.media.Links;
import tingting.media.Storage;
import tingting.media.Sweeper;
import tingting.media.Uploads;
import tingting.message.Changes;
import tingting.message.Disappearing;
import tingting.message.Drafts;
import tingting.message.Edits;
import tingting.message.Inbox;
import tingting.message.MessageRooms;
import tingting.message.Messages;
import tingting.message.Pins;
import tingting.message.Reactions;
import tingting.message.Recalls;
import tingting.message.Receipts;
import tingting.message.Scheduled;
import tingting.message.Search;
import tingting.message.SearchIndex;
import tingting.message.Signals;
import tingting.message.Unreads;
import tingting.moderation.Audit;
import tingting.moderation.Directory;
import tingting.moderation.Oversight;
import tingting.moderation.Removals;
import tingting.moderation.Reports;
import tingting.moderation.Statistics;
import tingting.notice.Notices;
import tingting.oauth.OAuth;
import tingting.personal.Erasures;
import tingting.personal.Exports;
import tingting.presence.Presences;
import tingting.protocol.Ids;
import tingting.room.Invites;
import tingting.room.JoinRequests;
import tingting.room.Journal;
import tingting.room.Rooms;
import tingting.session.Sessions;
import tingting.sticker.Stickers;

/// Every verb of the chat, whichever gateway it is asked through.
record Domain(
        Sessions sessions,
        Accounts accounts,
        SignUps signUps,
        OAuth oauth,
        OAuthAccounts oauthAccounts,
        OAuthLinks oauthLinks,
        Passkeys passkeys,
        PasskeySignIns passkeySignIns,
        Recovery recovery,
        SecondFactorChanges secondFactorChanges,
        Closures closures,
        Erasures erasures,
        Exports exports,
        Profiles profiles,
        EmailChanges emailChanges,
        Friends friends,
        Blocks blocks,
        Rooms rooms,
        Invites invites,
        JoinRequests joinRequests,
        Stickers stickers,
        Messages messages,
        Edits edits,
        Recalls recalls,
        Disappearing disappearing,
        Reactions reactions,
        Pins pins,
        Drafts drafts,
        Scheduled scheduled,
        Inbox inbox,
        ReadReceipts readReceipts,
        Signals signals,
        Unreads unreads,
        Receipts receipts,
        Changes changes,
        Search search,
        SearchIndex searchIndex,
        Presences presences,
        Uploads uploads,
        Downloads downloads,
        Links links,
        Oversight oversight,
        Directory directory,
        Reports reports,
        Removals removals,
        Audit audit,
        Statistics statistics) {

    /// What the verbs stand on.
    ///
    /// @param running where what has threads of its own is added
    record Ground(
            Settings settings,
            Secrets secrets,
            Database database,
            Bus bus,
            SharedCache cache,
            Limiter limiter,
            Ids ids,
            Clock clock,
            SecureRandom random,
            Running running) {}

    static Domain on(Ground ground) {
        Settings settings = ground.settings();
        Database database = ground.database();
        Bus bus = ground.bus();
        Ids ids = ground.ids();
        Clock clock = ground.clock();

        Sessions.Keys keys = Sessions.Keys.of(ground.secrets()::bytes);
        Sessions sessions = new Sessions(
                database, bus, ids, clock, ground.random(), new Sessions.Settings(keys, settings.accessToken()));
        int hashing = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        HashingPool pool = ground.running().add(new HashingPool(hashing));
        Guesses guesses = new Guesses(ground.limiter(), settings.limits().guesses());
        SecondFactors factors =
                new SecondFactors(SecondFactors.Keys.of(ground.secrets()::bytes), clock, ground.random());
        SecondStep secondStep = new SecondStep(database, sessions, factors, Guesses.atCodes(ground.limiter()));
        Notices notices = ground.running().add(Notices.of(settings.mail(), settings.dataDir(), clock));
        OwnerMail ownerMail = new OwnerMail(notices::mail);
        Accounts accounts =
                new Accounts(database, sessions, pool, guesses, secondStep, ids, clock, ground.random(), ownerMail);
        byte[] codeKey = ground.secrets().bytes(SentCodes.SECRET, SentCodes.SECRET_BYTES);
        SentCodes codes = ground.running().add(new SentCodes(ground.cache(), codeKey, ground.random(), notices));
        OAuth oauth = new OAuth(settings.oauth(), ground.cache(), ground.random(), clock);
        OAuthAccounts oauthAccounts = new OAuthAccounts(
                database, sessions, secondStep, ownerMail, ground.cache(), ids, clock, ground.random());
        OAuthLinks oauthLinks = new OAuthLinks(database, sessions, oauth, ownerMail, clock);
        Recovery recovery = new Recovery(database, sessions, codes, guesses, pool, clock, ground.random());
        Presences presences = ground.running().add(new Presences(database, bus, clock, settings.presenceGrace()));
        Profiles profiles = new Profiles(database, bus, presences);
        EmailChanges emailChanges = new EmailChanges(database, profiles, codes, clock);
        SignUps signUps = new SignUps(accounts, emailChanges);
        Proofs proofs = new Proofs(database, sessions, accounts, secondStep);
        Passkeys passkeys = new Passkeys(
                database, proofs, new WaysIn(oauth), ownerMail, ground.cache(), ids, clock, ground.random());
        PasskeySignIns passkeySignIns = new PasskeySignIns(database, sessions, ground.cache(), clock, ground.random());
        SecondFactorChanges secondFactorChanges =
                new SecondFactorChanges(database, factors, secondStep, proofs, profiles, ownerMail);
        Closures closures = new Closures(
                database,
                sessions,
                accounts,
                proofs,
                profiles,
                ownerMail,
                clock,
                settings.personal().erasureGrace());
        Friends friends = new Friends(database, bus, profiles, ids, clock);
        Blocks blocks = new Blocks(database, bus, profiles, clock);

        Journal journal = new Journal(database, bus, clock);
        Rooms rooms = new Rooms(database, journal, ids);
        Invites invites = new Invites(database, journal, clock, ground.random());
        JoinRequests joinRequests = new JoinRequests(database, journal);
        Stickers stickers = new Stickers();
        Messages messages = new Messages(database, journal, stickers, ids, settings.contentCharacters());
        MessageRooms messageRooms = new MessageRooms(database);
        Edits edits = new Edits(database, journal, messageRooms, settings.contentCharacters());
        Recalls recalls = new Recalls(journal, messageRooms);
        Disappearing disappearing = ground.running().add(new Disappearing(database, recalls, clock));
        Reactions reactions = new Reactions(database, journal, messageRooms);
        Pins pins = new Pins(database, journal, messageRooms);
        Drafts drafts = new Drafts(journal, settings.contentCharacters());
        Scheduled scheduled = ground.running().add(new Scheduled(database, messages, bus, clock, ids));
        ReadReceipts readReceipts = new ReadReceipts(database);
        Signals signals = new Signals(database, bus, readReceipts);
        Unreads unreads = new Unreads(database, bus, signals);
        Receipts receipts = new Receipts(database, unreads, readReceipts);
        Inbox inbox = new Inbox(database, journal, unreads);
        Changes changes = new Changes(database);
        Search search = new Search(database);
        SearchIndex searchIndex = ground.running().add(new SearchIndex(database));
        Path files = settings.dataDir().resolve("media");
        Storage storage = new DiskStorage(files.resolve("contents"));
        Uploads uploads = uploads(files.resolve("incoming"), storage, ground);
        Links links = new Links(ground.secrets().bytes(Links.SECRET, Links.SECRET_BYTES), sessions::lives, clock);
        Downloads downloads = new Downloads(database, storage, links);
        ground.running().add(new Sweeper(database, storage, clock));
        Audit audit = new Audit(database, ids, clock);
        Oversight oversight =
                new Oversight(database, bus, sessions, accounts, profiles, secondFactorChanges, audit, clock);
        Directory directory = new Directory(database, clock);
        Reports reports = new Reports(database, audit, ids, clock);
        Removals removals = new Removals(recalls, audit, reports);
        Statistics statistics = new Statistics(database, clock);
        Erasures erasures = ground.running().add(new Erasures(database, recalls, rooms, friends, clock));
        Exports exports = ground.running()
                .add(new Exports(
                        database,
                        profiles,
                        ownerMail,
                        settings.dataDir().resolve("exports"),
                        ids,
                        clock,
                        settings.personal().exportKept()));
        return new Domain(
                sessions,
                accounts,
                signUps,
                oauth,
                oauthAccounts,
                oauthLinks,
                passkeys,
                passkeySignIns,
                recovery,
                secondFactorChanges,
                closures,
                erasures,
                exports,
                profiles,
                emailChanges,
                friends,
                blocks,
                rooms,
                invites,
                joinRequests,
                stickers,
                messages,
                edits,
                recalls,
                disappearing,
                reactions,
                pins,
                drafts,
                scheduled,
                inbox,
                readReceipts,
                signals,
                unreads,
                receipts,
                changes,
                search,
                searchIndex,
                presences,
                uploads,
                downloads,
                links,
                oversight,
                directory,
                reports,
                removals,
                audit,
                statistics);
    }

    private static Uploads uploads(Path folder, Storage storage, Ground ground) {
        Settings.Files files = ground.settings().files();
        Uploads.Limits limits = new Uploads.Limits(files.maxBytes(), files.bytesPerDay(), files.atOnce());
        try {
            return Uploads.into(folder, ground.database(), storage, limits, ground.ids(), ground.clock());
        } catch (IOException e) {
            throw new UncheckedIOException("Files cannot be taken in at %s.".formatted(folder), e);
        }
    }
}
