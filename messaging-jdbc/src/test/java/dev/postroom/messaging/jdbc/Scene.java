package dev.postroom.messaging.jdbc;

import static dev.postroom.messaging.jdbc.TestCommands.ANNA;
import static dev.postroom.messaging.jdbc.TestCommands.BOB;
import static dev.postroom.messaging.jdbc.TestCommands.NOW;
import static dev.postroom.messaging.jdbc.TestCommands.append;
import static dev.postroom.messaging.jdbc.TestCommands.as;
import static dev.postroom.messaging.jdbc.TestCommands.group;
import static dev.postroom.messaging.jdbc.TestCommands.keyed;
import static dev.postroom.messaging.jdbc.TestCommands.message;
import static dev.postroom.messaging.jdbc.TestCommands.newThread;
import static dev.postroom.messaging.jdbc.TestCommands.quoting;

import dev.postroom.messaging.model.ClientKey;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.Rights;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.ThreadRules;
import dev.postroom.messaging.model.ThreadShape;
import dev.postroom.messaging.model.UserId;
import dev.postroom.messaging.spi.Claim;
import dev.postroom.messaging.spi.CreateThread;
import dev.postroom.messaging.spi.KeyClaim;
import dev.postroom.messaging.spi.Move;
import dev.postroom.messaging.spi.NewMember;
import dev.postroom.messaging.spi.Storage;
import dev.postroom.messaging.spi.ThreadChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** A group with a past of three messages, another one, and all that can be done about them. */
final class Scene {

    private static final Party CARL = UserId.of("carl");
    private static final Party OTHER = UserId.of("other-0");

    private final ThreadId thread = newThread();
    private final ThreadId second = newThread();
    private final Party friend = UserId.of("friend-of-" + thread);
    private final String key = "key-of-" + thread;
    private final List<MessageId> messages;

    Scene(Storage storage) {
        var start = group(thread, 1);
        storage.threads().create(start);
        storage.threads().create(group(second, 1));
        var answer = message("On Monday");
        var last = message("Then on Monday");
        storage.messages().append(append(BOB, thread, answer));
        storage.messages().append(append(ANNA, thread, last));
        storage.stars().setMessage(as(BOB), start.first().orElseThrow().id(), true, NOW);
        messages = List.of(start.first().orElseThrow().id(), answer.id(), last.id());
    }

    /** Everything that can be done, by a name. */
    Map<String, Function<Storage, Object>> deeds() {
        Map<String, Function<Storage, Object>> deeds = new LinkedHashMap<>();
        sends(deeds);
        positions(deeds);
        marks(deeds);
        changes(deeds);
        return deeds;
    }

    private void sends(Map<String, Function<Storage, Object>> deeds) {
        deeds.put("anna sends", in -> in.messages().append(append(ANNA, thread, message("Soon"))));
        deeds.put("bob sends", in -> in.messages().append(append(BOB, thread, message("Soon"))));
        deeds.put("bob sends with a key", in -> in.messages().append(keyed(BOB, thread, message("Soon"), key, 3)));
        deeds.put(
                "bob uses the key elsewhere", in -> in.messages().append(keyed(BOB, second, message("Soon"), key, 1)));
        deeds.put("bob quotes", in -> in.messages().append(append(BOB, thread, quoting("Soon", OptionalLong.of(3)))));
        deeds.put(
                "bob sends to both",
                in -> in.messages()
                        .appendAll(List.of(
                                append(BOB, second, message("Soon")), keyed(BOB, thread, message("Soon"), key, 2))));
        deeds.put("bob starts a pair", in -> in.threads().create(pair(BOB, friend)));
        deeds.put("bob's friend starts a pair", in -> in.threads().create(pair(friend, BOB)));
    }

    private void positions(Map<String, Function<Storage, Object>> deeds) {
        deeds.put("bob reads two", in -> move(in, Move.READ_UP_TO, 2));
        deeds.put("bob reads three", in -> move(in, Move.READ_UP_TO, 3));
        deeds.put("bob reads four", in -> move(in, Move.READ_UP_TO, 4));
        deeds.put("bob marks two unread", in -> move(in, Move.UNREAD_FROM, 2));
        deeds.put("bob archives", in -> move(in, Move.ARCHIVE, 3));
        deeds.put("bob unarchives", in -> move(in, Move.UNARCHIVE, 0));
        deeds.put("bob deletes the thread", in -> move(in, Move.DELETE, 3));
        deeds.put("bob reads all", in -> in.positions().readAll(as(BOB), NOW));
    }

    private void marks(Map<String, Function<Storage, Object>> deeds) {
        deeds.put("bob stars the third", in -> in.stars().setMessage(as(BOB), messages.get(2), true, NOW));
        deeds.put("bob unstars the first", in -> in.stars().setMessage(as(BOB), messages.get(0), false, NOW));
        deeds.put("bob stars the thread", in -> in.stars().setThread(as(BOB), thread, true, NOW));
        deeds.put("bob clears the stars", in -> in.stars().clear(as(BOB), thread, NOW));
        deeds.put("bob hides the third", in -> in.messages().hide(as(BOB), messages.get(2), NOW));
        deeds.put(
                "bob deletes his message",
                in -> in.messages().delete(as(BOB), messages.get(1), OptionalLong.empty(), NOW));
        deeds.put(
                "anna deletes the third",
                in -> in.messages().delete(as(ANNA), messages.get(2), OptionalLong.empty(), NOW));
    }

    private void changes(Map<String, Function<Storage, Object>> deeds) {
        deeds.put("anna adds carl", in -> change(in, add(CARL)));
        deeds.put("anna adds bob", in -> change(in, add(BOB)));
        deeds.put("anna removes bob", in -> change(in, new ThreadChange.RemoveMembers(List.of(BOB))));
        deeds.put("anna removes another", in -> change(in, new ThreadChange.RemoveMembers(List.of(OTHER))));
        deeds.put("anna closes", in -> change(in, new ThreadChange.Close()));
        deeds.put("anna renames", in -> change(in, new ThreadChange.Rename("Chimney")));
    }

    private Object move(Storage in, Move move, long seq) {
        return in.positions().move(as(BOB), move, Position.of(thread, seq), NOW);
    }

    private Object change(Storage in, ThreadChange change) {
        return in.threads().change(as(ANNA), thread, change, OptionalLong.empty(), NOW);
    }

    private static ThreadChange add(Party party) {
        return new ThreadChange.AddMembers(List.of(new NewMember(party, Rights.MEMBER, NewMember.History.FULL)), 100);
    }

    private CreateThread pair(Party starter, Party with) {
        return new CreateThread(
                as(starter),
                newThread(),
                ThreadShape.DIRECT,
                "",
                ThreadRules.DEFAULT,
                List.of(
                        new NewMember(starter, Rights.MEMBER, NewMember.History.FULL),
                        new NewMember(with, Rights.MEMBER, NewMember.History.FULL)),
                Optional.of(message("Hello")),
                Optional.of(Claim.pair(starter, with)),
                Optional.of(new KeyClaim(Claim.key(starter, ClientKey.of(key)), "1:fingerprint")),
                NOW);
    }
}
