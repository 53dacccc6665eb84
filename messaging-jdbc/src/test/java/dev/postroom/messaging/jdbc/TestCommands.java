package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.model.ClientKey;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.MessageKind;
import dev.postroom.messaging.model.MessageView;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.Rights;
import dev.postroom.messaging.model.TenantId;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.ThreadRules;
import dev.postroom.messaging.model.ThreadShape;
import dev.postroom.messaging.model.UserId;
import dev.postroom.messaging.model.Visibility;
import dev.postroom.messaging.spi.AppendMessage;
import dev.postroom.messaging.spi.Caller;
import dev.postroom.messaging.spi.Claim;
import dev.postroom.messaging.spi.CreateThread;
import dev.postroom.messaging.spi.KeyClaim;
import dev.postroom.messaging.spi.MessageRange;
import dev.postroom.messaging.spi.NewMember;
import dev.postroom.messaging.spi.NewMessage;
import dev.postroom.messaging.spi.RangeQuery;
import dev.postroom.messaging.spi.Storage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Commands to a storage, short to write. */
final class TestCommands {

    static final TenantId TENANT = TenantId.of("acme");
    static final Party ANNA = UserId.of("anna");
    static final Party BOB = UserId.of("bob");
    static final Instant NOW = Instant.parse("2026-11-20T12:00:00.123456Z");

    private TestCommands() {}

    static Caller as(Party party) {
        return Caller.self(TENANT, party);
    }

    static ThreadId newThread() {
        return ThreadId.of(UUID.randomUUID());
    }

    static NewMessage message(String text) {
        return quoting(text, OptionalLong.empty());
    }

    static NewMessage quoting(String text, OptionalLong quoted) {
        MessageId id = MessageId.of(UUID.randomUUID());
        return new NewMessage(id, MessageKind.NORMAL, Visibility.EVERYONE, text, quoted, NOW);
    }

    /** A group that anna starts with a message, with bob and as many others as given. */
    static CreateThread group(ThreadId id, int others) {
        List<NewMember> members = Stream.concat(
                        Stream.of(member(ANNA, Rights.MANAGER), member(BOB, Rights.MEMBER)),
                        IntStream.range(0, others)
                                .mapToObj(number -> member(UserId.of("other-" + number), Rights.MEMBER)))
                .toList();
        return thread(id, ThreadShape.GROUP, members, true, Optional.empty(), Optional.empty());
    }

    /** The same with bob alone, and a key for the message. */
    static CreateThread keyedGroup(ThreadId id, String key) {
        Claim claim = Claim.key(ANNA, ClientKey.of(key));
        List<NewMember> members = List.of(member(ANNA, Rights.MANAGER), member(BOB, Rights.MEMBER));
        return thread(
                id,
                ThreadShape.GROUP,
                members,
                true,
                Optional.empty(),
                Optional.of(new KeyClaim(claim, "1:fingerprint")));
    }

    /** A thread of anna and bob that has a claim to be the one of a pair. */
    static CreateThread direct(ThreadId id, Claim pair) {
        List<NewMember> members = List.of(member(ANNA, Rights.MEMBER), member(BOB, Rights.MEMBER));
        return thread(id, ThreadShape.DIRECT, members, false, Optional.of(pair), Optional.empty());
    }

    private static CreateThread thread(
            ThreadId id,
            ThreadShape shape,
            List<NewMember> members,
            boolean first,
            Optional<Claim> pair,
            Optional<KeyClaim> key) {
        Optional<NewMessage> message = first ? Optional.of(message("When can you come?")) : Optional.empty();
        return new CreateThread(as(ANNA), id, shape, "Roof", ThreadRules.DEFAULT, members, message, pair, key, NOW);
    }

    static AppendMessage append(Party author, ThreadId thread, NewMessage message) {
        return new AppendMessage(
                as(author), thread, message, Optional.empty(), OptionalLong.empty(), OptionalLong.empty(), NOW);
    }

    static AppendMessage keyed(Party author, ThreadId thread, NewMessage message, String key, long seen) {
        Claim claim = Claim.key(author, ClientKey.of(key));
        return new AppendMessage(
                as(author),
                thread,
                message,
                Optional.of(new KeyClaim(claim, "1:fingerprint")),
                seen == 0 ? OptionalLong.empty() : OptionalLong.of(seen),
                OptionalLong.empty(),
                NOW);
    }

    /** The first thousand messages of a thread, as the reader sees them. */
    static List<MessageView> seen(Storage storage, Party reader, ThreadId thread) {
        return seen(storage, reader, Position.of(thread, 1));
    }

    /** The same from a position on. */
    static List<MessageView> seen(Storage storage, Party reader, Position from) {
        return storage.messages()
                .range(new RangeQuery(as(reader), RangeQuery.Way.UP, from, 1_000))
                .map(MessageRange::messages)
                .orElse(List.of());
    }

    private static NewMember member(Party party, Rights rights) {
        return new NewMember(party, rights, NewMember.History.FROM_JOIN);
    }
}
