package dev.postroom.examples.quickstart;

import dev.postroom.messaging.Draft;
import dev.postroom.messaging.Mailbox;
import dev.postroom.messaging.Messaging;
import dev.postroom.messaging.NewThread;
import dev.postroom.messaging.Sent;
import dev.postroom.messaging.model.InvalidException;
import dev.postroom.messaging.model.KeyConflictException;
import dev.postroom.messaging.model.TooLargeException;
import dev.postroom.messaging.model.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Writes conversations as their authors would: the first message starts the thread, the others reply, people star and
 * read. Everything follows fixed rules and every message carries a client key, so the same input may be replayed again,
 * also after a crash in the middle: what is there already stays as it is.
 */
final class Replay {

    static final int WRITERS = 4;

    private static final int STAR_EVERY = 7;
    private static final int LEAVES_UNREAD_EVERY = 3;

    private final Messaging messaging;
    private final ReplayClock clock;
    private final Progress progress;

    Replay(Messaging messaging, ReplayClock clock, Progress progress) {
        this.messaging = messaging;
        this.clock = clock;
        this.progress = progress;
    }

    /** Replays each conversation in one of several Java threads; a {@code Messaging} is made to be shared by them. */
    List<Replayed> run(List<Conversation> conversations) throws InterruptedException {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        List<Future<Replayed>> pending = conversations.stream()
                .map(conversation -> writers.submit(() -> replay(conversation)))
                .toList();
        try {
            List<Replayed> done = new ArrayList<>();
            for (Future<Replayed> one : pending) {
                done.add(one.get());
            }
            return done;
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw new IllegalStateException("the replay stopped, run it again to go on: " + cause.getMessage(), cause);
        } finally {
            // what has begun comes to its end, what has not begun never will; shutdownNow() would interrupt the former
            pending.forEach(one -> one.cancel(false));
            writers.shutdown();
            writers.awaitTermination(1, TimeUnit.MINUTES);
        }
    }

    private Replayed replay(Conversation conversation) {
        Sent last = null;
        int sent = 0;
        int stars = 0;
        List<Replayed.Refused> refused = new ArrayList<>();
        for (Conversation.Entry message : conversation.messages()) {
            clock.set(message.at());
            // whose mailbox it is says who acts; no call takes an author
            Mailbox author = messaging.as(message.from());
            if (last != null && last.seq() % STAR_EVERY == 0 && author.star(last.messageId())) {
                stars++;
            }
            try {
                last = last == null ? start(author, conversation, message) : reply(author, conversation, message, last);
                sent += last.status() == Sent.Status.SENT ? 1 : 0;
            } catch (InvalidException | TooLargeException | KeyConflictException e) {
                // these three say that this message is not acceptable; the rest of the conversation goes on
                refused.add(new Replayed.Refused(message, e.getMessage()));
            }
            progress.step();
        }
        int accepted = conversation.messages().size() - refused.size();
        return new Replayed(
                conversation,
                Optional.ofNullable(last).map(Sent::threadId),
                sent,
                accepted - sent,
                stars,
                last == null ? 0 : markRead(conversation, last),
                refused);
    }

    private static Sent start(Mailbox author, Conversation conversation, Conversation.Entry message) {
        return author.send(NewThread.to(conversation.participants())
                .subject(conversation.subject())
                .text(message.text())
                .key(conversation.name(message)));
    }

    /** Who replies has seen what stood there: {@code seen} marks it read in the same step. */
    private static Sent reply(Mailbox author, Conversation conversation, Conversation.Entry message, Sent last) {
        return author.reply(
                last.threadId(),
                Draft.text(message.text()).key(conversation.name(message)).seen(last.seq()));
    }

    /** At the end two of three people look into the thread once more; the others leave unread what came after them. */
    private int markRead(Conversation conversation, Sent last) {
        int marked = 0;
        for (UserId person : conversation.participants()) {
            boolean looks = Math.floorMod((conversation.id() + person.id()).hashCode(), LEAVES_UNREAD_EVERY) != 0;
            if (looks && messaging.as(person).markReadUpTo(last.position())) {
                marked++;
            }
        }
        return marked;
    }
}
