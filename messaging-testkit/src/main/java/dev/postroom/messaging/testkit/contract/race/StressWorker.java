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

/** One Java thread of the random stress: does one deed after the other as whoever it happens to be. */
final class StressWorker {

    /** What the documentation of the commands foresees here. Not: a conflict of keys, or a failure of the storage. */
    private static final Set<ErrorCode> FORESEEN =
            Set.of(ErrorCode.NOT_FOUND, ErrorCode.FORBIDDEN, ErrorCode.CLOSED, ErrorCode.INVALID);

    private final List<StressSite> sites;
    private final StressAnswers acknowledged;
    private final AtomicInteger keys;
    private final Random random;

    StressWorker(List<StressSite> sites, StressAnswers acknowledged, AtomicInteger keys, long seed) {
        this.sites = sites;
        this.acknowledged = acknowledged;
        this.keys = keys;
        this.random = new Random(seed);
    }

    /**
     * Does so many deeds.
     *
     * @return how many were not refused
     */
    int work(int deeds) {
        int done = 0;
        for (int i = 0; i < deeds; i++) {
            try {
                act(StressOperation.draw(random));
                done++;
            } catch (MessagingException e) {
                if (!FORESEEN.contains(e.code())) {
                    throw e;
                }
            }
        }
        return done;
    }

    private void act(StressOperation deed) {
        StressSite site = sites.get(random.nextInt(sites.size()));
        StressSite.Place place = site.any(random);
        ThreadId thread = place.thread();
        Party party = place.somebody(random);
        Mailbox mailbox = site.as(party);
        switch (deed) {
            case REPLY -> reply(site, mailbox, thread);
            case REPLY_WITH_KEY -> replyWithKey();
            case START_DIRECT -> direct(site, StressSite.chatty(random), StressSite.chatty(random));
            case READ -> mailbox.markReadUpTo(seen(mailbox, thread));
            case UNREAD -> mailbox.markUnreadFrom(Position.of(thread, 1 + random.nextInt(20)));
            case ARCHIVE -> mailbox.archive(seen(mailbox, thread));
            case DELETE_THREAD -> mailbox.deleteForMe(seen(mailbox, thread));
            case STAR -> onMessage(site, mailbox::star);
            case UNSTAR -> onMessage(site, mailbox::unstar);
            case DELETE_MESSAGE -> onMessage(site, site.as(StressSite.MANAGER)::deleteForEveryone);
            case HIDE_MESSAGE -> onMessage(site, mailbox::deleteForMe);
            case READ_INBOX -> readInbox(site, mailbox);
            case READ_TOTALS -> assertThat(mailbox.unread().messages()).isNotNegative();
            default -> manage(deed, site, party, thread);
        }
    }

    private void manage(StressOperation deed, StressSite site, Party party, ThreadId thread) {
        Mailbox manager = site.as(StressSite.MANAGER);
        switch (deed) {
            case ADD -> {
                if (random.nextBoolean()) {
                    manager.addMembers(thread, List.of(party));
                } else {
                    manager.addMembersWithHistory(thread, List.of(party));
                }
            }
            case REMOVE -> {
                if (!party.equals(StressSite.MANAGER)) {
                    manager.removeMembers(thread, List.of(party));
                }
            }
            case LEAVE -> {
                if (!party.equals(StressSite.MANAGER)) {
                    site.as(party).leave(thread);
                }
            }
            case CLOSE -> manager.close(thread);
            case REOPEN -> manager.reopen(thread);
            case RENAME -> manager.rename(thread, site.text(random.nextInt(9)));
            default -> throw new AssertionError("nobody knows how to " + deed);
        }
    }

    private void reply(StressSite site, Mailbox mailbox, ThreadId thread) {
        Draft draft = Draft.text(site.text(random.nextInt()));
        if (random.nextInt(4) == 0) {
            draft = draft.seen(mailbox.thread(thread).position().seq());
        }
        acknowledged.sent(site.tenant(), mailbox.reply(thread, draft));
    }

    /** Who, where and what follow from the key; each key comes up twice in a row, and old ones come up again. */
    private void replyWithKey() {
        int newest = keys.getAndIncrement() / 2;
        int number = random.nextInt(3) == 0 ? random.nextInt(newest + 1) : newest;
        StressSite site = sites.get(number % sites.size());
        Party sender = StressSite.PEOPLE.get(number % 5);
        ThreadId thread = site.group(number / 2);
        String key = "key " + number;
        Sent sent = site.as(sender).reply(thread, Draft.text(site.text(number)).key(key));
        acknowledged.sent(site.tenant(), sent);
        acknowledged.sentWithKey(new StressAnswers.KeyUse(site.tenant(), sender, key), sent);
    }

    private void direct(StressSite site, Party one, Party other) {
        ThreadId thread = site.as(one).direct(other);
        acknowledged.pair(new StressAnswers.PairUse(site.tenant(), Claim.pair(one, other)), thread);
        site.add(thread, one, other);
        reply(site, site.as(one), thread);
    }

    /** Somewhere up to the end of the thread as the party sees it. */
    private Position seen(Mailbox mailbox, ThreadId thread) {
        Position last = mailbox.thread(thread).position();
        long back = random.nextBoolean() ? 0 : random.nextInt(5);
        return Position.of(thread, Math.max(0, last.seq() - back));
    }

    private void onMessage(StressSite site, Consumer<MessageId> deed) {
        Optional<Sent> message = acknowledged.any(site.tenant(), random);
        message.ifPresent(sent -> deed.accept(sent.messageId()));
    }

    private void readInbox(StressSite site, Mailbox mailbox) {
        for (ThreadSummary thread :
                mailbox.threads(ThreadQuery.inbox().first(20)).items()) {
            assertThat(thread.unread()).isNotNegative();
            String preview = thread.last().map(LastMessage::preview).orElse("");
            assertThat(site.isFromHere(preview))
                    .as("a preview is of its tenant")
                    .isTrue();
        }
    }
}
