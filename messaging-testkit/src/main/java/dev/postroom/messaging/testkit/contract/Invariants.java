package dev.postroom.messaging.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.event.Change;
import dev.postroom.messaging.event.ChangeType;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Right;
import dev.postroom.messaging.model.ThreadSummary;
import dev.postroom.messaging.model.Visibility;
import dev.postroom.messaging.spi.Inspection;
import dev.postroom.messaging.spi.ThreadFacts;
import dev.postroom.messaging.spi.ThreadFacts.MemberFact;
import dev.postroom.messaging.spi.ThreadFacts.MessageFact;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/** Checks what must hold for every thread at every moment. Each number is counted again from the facts. */
final class Invariants {

    private Invariants() {}

    static void check(StorageClient client) {
        assertThat(client.storage().inspection().selfCheck()).isEmpty();
        client.everything().forEach((ref, facts) -> check(client, ref, facts));
    }

    /** Returns the number of messages that are unread for a member, counted one by one. */
    static long unread(ThreadFacts facts, MemberFact member) {
        if (!member.rights().has(Right.VIEW)) {
            return 0;
        }
        return facts.messages().stream()
                .filter(message -> message.countable() && !message.deleted())
                .filter(message -> !message.author().equals(member.party()))
                .filter(message -> message.visibility() == Visibility.EVERYONE
                        || member.rights().has(Right.INTERNAL))
                .filter(message -> message.seq() > Math.max(member.fromSeq(), member.readSeq()))
                .filter(message -> message.seq() <= member.untilSeq().orElse(Long.MAX_VALUE))
                .filter(message -> !member.hidden().contains(message.seq()))
                .count();
    }

    private static void check(StorageClient client, Inspection.Ref ref, ThreadFacts facts) {
        assertThat(facts.ref()).isEqualTo(ref);
        assertThat(facts.info().id()).isEqualTo(ref.thread());
        checkMessages(facts);
        checkLog(ref, facts);
        assertThat(facts.info().memberCount()).as("member count of %s", ref).isEqualTo((int)
                facts.members().stream().filter(MemberFact::active).count());
        for (MemberFact member : facts.members()) {
            checkMember(facts, member);
            client.forTenant(ref.tenant())
                    .thread(ref.thread())
                    .find(member.party())
                    .ifPresent(summary -> checkReader(facts, member, summary));
        }
    }

    private static void checkMessages(ThreadFacts facts) {
        List<MessageFact> messages = facts.messages();
        assertThat(messages.stream().map(MessageFact::seq))
                .as("seqs of %s", facts.ref())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, facts.lastSeq()).boxed().toList());
        List<Instant> times = messages.stream()
                .filter(MessageFact::active)
                .map(MessageFact::createdAt)
                .toList();
        assertThat(times).as("times of active messages").isSorted().doesNotHaveDuplicates();
        assertThat(messages.stream().filter(MessageFact::deleted)).allMatch(MessageFact::textEmpty);
        assertThat(facts.lastForEveryone())
                .as("last for everyone of %s", facts.ref())
                .isEqualTo(last(messages, false));
        assertThat(facts.lastForInternal())
                .as("last with internal notes of %s", facts.ref())
                .isEqualTo(last(messages, true));
        assertThat(messages.stream().map(MessageFact::id))
                .containsAll(facts.keys().values());
    }

    private static long last(List<MessageFact> messages, boolean internal) {
        return messages.stream()
                .filter(message -> message.previewable() && !message.deleted())
                .filter(message -> internal || message.visibility() == Visibility.EVERYONE)
                .mapToLong(MessageFact::seq)
                .max()
                .orElse(0);
    }

    private static void checkLog(Inspection.Ref ref, ThreadFacts facts) {
        assertThat(facts.log())
                .as("log of %s", ref)
                .allMatch(change -> change.tenant().equals(ref.tenant()))
                .allMatch(change -> change.position().threadId().equals(ref.thread()));
        assertThat(facts.log().stream()
                        .filter(change -> change.type() == ChangeType.MESSAGE_CREATED)
                        .map(Change::position)
                        .map(position -> position.seq()))
                .as("messages in the log of %s", ref)
                .containsExactlyElementsOf(
                        facts.messages().stream().map(MessageFact::seq).toList());
    }

    private static void checkReader(ThreadFacts facts, MemberFact member, ThreadSummary summary) {
        Party party = member.party();
        assertThat(summary.unread())
                .as("unread of %s in %s as listed", party, facts.ref())
                .isEqualTo(member.unread());
        assertThat(summary.thread()).isEqualTo(facts.info());
        assertThat(summary.mine().readSeq()).isEqualTo(member.readSeq());
        assertThat(summary.mine().rights()).isEqualTo(member.rights());
        assertThat(summary.mine().member()).isEqualTo(member.active());
        assertThat(summary.mine().threadStarred()).isEqualTo(member.stars().contains(0L));
    }

    private static void checkMember(ThreadFacts facts, MemberFact member) {
        Party party = member.party();
        assertThat(member.unread()).as("unread of %s in %s", party, facts.ref()).isEqualTo(unread(facts, member));
        assertThat(member.readSeq())
                .as("read position of %s in %s", party, facts.ref())
                .isBetween(member.fromSeq(), facts.lastSeq());
        assertThat(member.receiptSeq())
                .as("receipt of %s in %s", party, facts.ref())
                .isBetween(0L, facts.lastSeq());
        assertThat(member.untilSeq().isPresent())
                .as("%s in %s is past exactly with an end", party, facts.ref())
                .isEqualTo(!member.active());
        List<Long> own = facts.messages().stream()
                .filter(message -> message.author().equals(party) && message.active())
                .map(MessageFact::seq)
                .toList();
        assertThat(member.ownSeq())
                .as("own newest of %s in %s", party, facts.ref())
                .isEqualTo(own.isEmpty() ? 0L : own.get(own.size() - 1));
    }
}
