package dev.postroom.messaging.testkit.contract.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.Draft;
import dev.postroom.messaging.Mailbox;
import dev.postroom.messaging.Sent;
import dev.postroom.messaging.ThreadQuery;
import dev.postroom.messaging.model.ErrorCode;
import dev.postroom.messaging.model.LastMessage;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.MessagingException;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.ThreadSummary;
import dev.postroom.messaging.spi.Claim;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** One Java thread of the random stress. It runs one random operation after the other, each for a random party. */
final class StressWorker {

    /**
     * The errors that the documentation of the commands allows here. A key conflict or a failure of the storage is not
     * among them.
     */
    private static final Set<ErrorCode> ALLOWED =
            Set.of(ErrorCode.NOT_FOUND, ErrorCode.FORBIDDEN, ErrorCode.CLOSED, ErrorCode.INVALID);

    private final List<StressTenant> tenants;
    private final AcknowledgedResults acknowledged;
    private final AtomicInteger keys;
    private final Random random;

    StressWorker(List<StressTenant> tenants, AcknowledgedResults acknowledged, AtomicInteger keys, long seed) {
        this.tenants = tenants;
        this.acknowledged = acknowledged;
        this.keys = keys;
        this.random = new Random(seed);
    }

    /**
     * Runs this number of operations.
     *
     * @return the number of operations that were not refused
     */
    int work(int operations) {
        int done = 0;
        for (int i = 0; i < operations; i++) {
            try {
                act(RandomOperation.draw(random));
                done++;
            } catch (MessagingException e) {
                if (!ALLOWED.contains(e.code())) {
                    throw e;
                }
            }
        }
        return done;
    }

    private void act(RandomOperation operation) {
        StressTenant tenant = tenants.get(random.nextInt(tenants.size()));
        StressTenant.TargetThread target = tenant.any(random);
        ThreadId thread = target.thread();
        Party party = target.somebody(random);
        Mailbox mailbox = tenant.as(party);
        switch (operation) {
            case REPLY -> reply(tenant, mailbox, thread);
            case REPLY_WITH_KEY -> replyWithKey();
            case START_DIRECT ->
                direct(tenant, StressTenant.partyOfDirectThreads(random), StressTenant.partyOfDirectThreads(random));
            case READ -> mailbox.markReadUpTo(seen(mailbox, thread));
            case UNREAD -> mailbox.markUnreadFrom(Position.of(thread, 1 + random.nextInt(20)));
            case ARCHIVE -> mailbox.archive(seen(mailbox, thread));
            case DELETE_THREAD -> mailbox.deleteForMe(seen(mailbox, thread));
            case STAR -> onMessage(tenant, mailbox::star);
            case UNSTAR -> onMessage(tenant, mailbox::unstar);
            case DELETE_MESSAGE -> onMessage(tenant, tenant.as(StressTenant.MANAGER)::deleteForEveryone);
            case HIDE_MESSAGE -> onMessage(tenant, mailbox::deleteForMe);
            case READ_INBOX -> readInbox(tenant, mailbox);
            case READ_TOTALS -> assertThat(mailbox.unread().messages()).isNotNegative();
            default -> manage(operation, tenant, party, thread);
        }
    }

    private void manage(RandomOperation operation, StressTenant tenant, Party party, ThreadId thread) {
        Mailbox manager = tenant.as(StressTenant.MANAGER);
        switch (operation) {
            case ADD -> {
                if (random.nextBoolean()) {
                    manager.addMembers(thread, List.of(party));
                } else {
                    manager.addMembersWithHistory(thread, List.of(party));
                }
            }
            case REMOVE -> {
                if (!party.equals(StressTenant.MANAGER)) {
                    manager.removeMembers(thread, List.of(party));
                }
            }
            case LEAVE -> {
                if (!party.equals(StressTenant.MANAGER)) {
                    tenant.as(party).leave(thread);
                }
            }
            case CLOSE -> manager.close(thread);
            case REOPEN -> manager.reopen(thread);
            case RENAME -> manager.rename(thread, tenant.text(random.nextInt(9)));
            default -> throw new AssertionError("the worker does not know the operation " + operation);
        }
    }

    private void reply(StressTenant tenant, Mailbox mailbox, ThreadId thread) {
        Draft draft = Draft.text(tenant.text(random.nextInt()));
        if (random.nextInt(4) == 0) {
            draft = draft.seen(mailbox.thread(thread).position().seq());
        }
        acknowledged.sent(tenant.id(), mailbox.reply(thread, draft));
    }

    /**
     * Replies with a key that determines sender, thread and text. Each key is used twice in a row, and old keys are used
     * again.
     */
    private void replyWithKey() {
        int newest = keys.getAndIncrement() / 2;
        int number = random.nextInt(3) == 0 ? random.nextInt(newest + 1) : newest;
        StressTenant tenant = tenants.get(number % tenants.size());
        Party sender = StressTenant.PEOPLE.get(number % 5);
        ThreadId thread = tenant.group(number / 2);
        String key = "key " + number;
        Sent sent =
                tenant.as(sender).reply(thread, Draft.text(tenant.text(number)).key(key));
        acknowledged.sent(tenant.id(), sent);
        acknowledged.sentWithKey(new AcknowledgedResults.KeyUse(tenant.id(), sender, key), sent);
    }

    private void direct(StressTenant tenant, Party one, Party other) {
        ThreadId thread = tenant.as(one).direct(other);
        acknowledged.pair(new AcknowledgedResults.PairUse(tenant.id(), Claim.pair(one, other)), thread);
        tenant.add(thread, one, other);
        reply(tenant, tenant.as(one), thread);
    }

    /** Returns a random position near the end of the thread as the party sees it. */
    private Position seen(Mailbox mailbox, ThreadId thread) {
        Position last = mailbox.thread(thread).position();
        long back = random.nextBoolean() ? 0 : random.nextInt(5);
        return Position.of(thread, Math.max(0, last.seq() - back));
    }

    private void onMessage(StressTenant tenant, Consumer<MessageId> operation) {
        Optional<Sent> message = acknowledged.any(tenant.id(), random);
        message.ifPresent(sent -> operation.accept(sent.messageId()));
    }

    private void readInbox(StressTenant tenant, Mailbox mailbox) {
        for (ThreadSummary thread :
                mailbox.threads(ThreadQuery.inbox().first(20)).items()) {
            assertThat(thread.unread()).isNotNegative();
            String preview = thread.last().map(LastMessage::preview).orElse("");
            assertThat(tenant.isOfThisTenant(preview))
                    .as("a preview is of its tenant")
                    .isTrue();
        }
    }
}
