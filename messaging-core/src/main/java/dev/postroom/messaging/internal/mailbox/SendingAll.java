package dev.postroom.messaging.internal.mailbox;

import dev.postroom.messaging.Reply;
import dev.postroom.messaging.Sent;
import dev.postroom.messaging.model.ContendedException;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.TooLargeException;
import dev.postroom.messaging.spi.AccessPolicy.Action;
import dev.postroom.messaging.spi.AppendMessage;
import dev.postroom.messaging.spi.SendAllOutcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Sends several messages in one storage operation. The checks for each message are those for a single one. */
final class SendingAll {

    /** The maximum number of messages. Each locks its thread until all are stored. */
    private static final int MAX_MESSAGES = 100;

    private static final int ATTEMPTS = 3;

    private final DefaultMessaging engine;
    private final Sending sending;
    private final PolicyCheck policyCheck;

    SendingAll(DefaultMessaging engine, Sending sending, PolicyCheck policyCheck) {
        this.engine = engine;
        this.sending = sending;
        this.policyCheck = policyCheck;
    }

    List<Sent> send(List<Reply> replies) {
        engine.storage();
        if (replies.size() > MAX_MESSAGES) {
            throw new TooLargeException("replies", MAX_MESSAGES, replies.size());
        }
        List<AppendMessage> commands = replies.stream()
                .map(reply -> sending.command(reply.thread(), reply.draft()))
                .toList();
        if (commands.isEmpty()) {
            return List.of();
        }
        ThreadId contended = commands.get(0).thread();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            SendAllOutcome outcome = engine.storage().messages().appendAll(withRevisions(replies, commands));
            if (outcome instanceof SendAllOutcome.Undone undone) {
                Reply refused = replies.get(undone.index());
                contended = refused.thread();
                if (!Sending.isStale(undone.why())) {
                    throw sending.refused(undone.why(), refused.thread(), refused.draft());
                }
            } else if (outcome instanceof SendAllOutcome.Done done) {
                return done.each().stream().map(Sending::sent).toList();
            }
        }
        throw new ContendedException(contended);
    }

    /**
     * Asks the policy once for each thread, except for messages that were sent before. Only the first message to a
     * thread depends on the revision that the policy saw: it may reopen the thread, which changes the revision, and the
     * thread is locked from then on.
     */
    private List<AppendMessage> withRevisions(List<Reply> replies, List<AppendMessage> commands) {
        if (policyCheck.isDefault()) {
            return commands;
        }
        Set<ThreadId> threads = new HashSet<>();
        List<AppendMessage> withRevisions = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            AppendMessage command = commands.get(i);
            boolean before =
                    sending.earlier(replies.get(i).draft().key(), command.key()).isPresent();
            withRevisions.add(
                    before || !threads.add(command.thread())
                            ? command
                            : sending.at(
                                    command, OptionalLong.of(policyCheck.revision(Action.SEND, command.thread()))));
        }
        return withRevisions;
    }
}
