package dev.postroom.messaging.jdbc.internal.message;

import dev.postroom.messaging.jdbc.internal.session.Session;
import dev.postroom.messaging.jdbc.internal.value.Params;
import dev.postroom.messaging.spi.AppendMessage;
import dev.postroom.messaging.spi.SendAllOutcome;
import dev.postroom.messaging.spi.SendOutcome;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Stores several messages: all threads locked first and in one order, then one message after the other. */
public final class AppendingAll {

    private AppendingAll() {}

    static SendAllOutcome run(Session session, List<AppendMessage> commands, SendPlans plans) {
        List<Integer> order = IntStream.range(0, commands.size())
                .boxed()
                .sorted(Comparator.comparing(index -> thread(commands.get(index))))
                .toList();
        lock(session, commands);
        SendOutcome[] outcomes = new SendOutcome[commands.size()];
        for (int index : order) {
            SendOutcome outcome = new Appending(commands.get(index), plans).run(session);
            if (outcome instanceof SendOutcome.Refused || outcome instanceof SendOutcome.KeyConflict) {
                session.undo();
                return new SendAllOutcome.Undone(index, outcome);
            }
            outcomes[index] = outcome;
        }
        return new SendAllOutcome.Done(Arrays.asList(outcomes));
    }

    /** Before any key is claimed: who waits for a key holds no thread that its claimer still has to lock. */
    private static void lock(Session session, List<AppendMessage> commands) {
        List<AppendMessage> each = commands.stream()
                .sorted(Comparator.comparing(AppendingAll::thread))
                .toList();
        String before = "";
        for (AppendMessage command : each) {
            if (!before.equals(thread(command))) {
                Params params = Params.of(command.by()).with("thread", command.thread());
                session.first(SendSql.LOCK, params, row -> row.number("last_seq"));
            }
            before = thread(command);
        }
    }

    private static String thread(AppendMessage command) {
        return command.thread().toString();
    }
}
