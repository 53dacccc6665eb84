package dev.postroom.messaging.testkit.contract.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.ApplicationId;
import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.model.ClientKey;
import dev.postroom.messaging.model.GuestId;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.SystemId;
import dev.postroom.messaging.model.TenantId;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.UserId;
import dev.postroom.messaging.spi.BoxQuery;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.testkit.contract.StorageClient;
import dev.postroom.messaging.testkit.contract.StorageContract;
import dev.postroom.messaging.testkit.contract.ThreadClient;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that the storage compares and returns ids of parties and tenants and client keys byte for byte. Ids that look
 * alike are different, and unusual or long ids are kept.
 *
 * <p>Not asserted: which characters an id may contain and how long it may be, which is checked before a storage is
 * called.
 */
public abstract class IdentityContract extends StorageContract {

    private static final String JOE = "joe";

    /** For adapters to extend. */
    protected IdentityContract() {}

    /** Names that some databases take for {@code joe}. */
    enum LookAlike {
        CAPITALISED("Joe"),
        CAPITALS("JOE"),
        ACCENT("jo\u00EB"),
        DECOMPOSED_ACCENT("joe\u0308"),
        TRAILING_BLANK("joe "),
        TRAILING_BLANKS("joe  "),
        LEADING_BLANK(" joe"),
        TRAILING_TAB("joe\t"),
        TRAILING_LINE("joe\n"),
        HARD_BLANK("joe\u00A0"),
        INVISIBLE("joe\u200B"),
        JOINER("jo\u200De"),
        SOFT_HYPHEN("jo\u00ADe"),
        WIDE("\uFF4A\uFF4F\uFF45"),
        CYRILLIC("j\u043E\u0435"),
        MATHEMATICAL("\uD835\uDC57\uD835\uDC5C\uD835\uDC52"),
        CONTROL("joe\u0001"),
        UNDERSCORE("jo_"),
        PERCENT("j%"),
        BACKSLASH("jo\\e"),
        QUOTED("'joe'");

        private final String id;

        LookAlike(String id) {
            this.id = id;
        }
    }

    /** Ids whose differences some databases ignore. */
    private static final List<String> SIMILAR_IDS = List.of(
            "stra\u00DFe",
            "strasse",
            "STRASSE",
            "\u00E4",
            "a\u0308",
            "\u00C4",
            "ae",
            "\u01C6",
            "d\u017E",
            "i",
            "I",
            "\u0131",
            "\u0130",
            "\u212A",
            "K",
            "k",
            "\uD83D\uDE00",
            "\uD83D\uDE01",
            "\uD83D\uDC68\u200D\uD83D\uDC69",
            "\uD83D\uDC68",
            "\uFB01",
            "fi",
            "1",
            "01",
            "1.0",
            "\u00B9",
            "\u0661",
            "null",
            "NULL",
            "a.b",
            "a:b",
            "u:a",
            "a/b",
            "a\u0001b");

    @Nested
    class Parties {

        @ParameterizedTest
        @EnumSource
        void aPartyThatLooksAlikeIsAnotherParty(LookAlike like) {
            Party joe = UserId.of(JOE);
            Party other = UserId.of(like.id);
            ThreadClient joes = group(ANNA, joe);
            joes.say(ANNA);

            assertThat(client.box(other, Box.ALL)).isEmpty();
            assertThat(client.count(other, Box.INBOX, BoxQuery.Filter.ANY)).isZero();
            assertThat(client.unread(other).messages()).isZero();
            assertThat(joes.find(other)).isEmpty();
            assertThat(joes.messages(other)).isEmpty();
            assertThat(joes.by(other).send()).isEqualTo(sendRefused(Refusal.NOT_MEMBER));
        }

        @ParameterizedTest
        @EnumSource
        void partiesThatLookAlikeMayBeInTheSameThread(LookAlike like) {
            Party joe = UserId.of(JOE);
            Party other = UserId.of(like.id);
            ThreadClient thread = group(joe, other);
            thread.say(joe);
            thread.say(other);
            thread.star(other, 1);

            assertThat(thread.info().memberCount()).isEqualTo(2);
            assertThat(thread.messages(joe)).extracting(view -> view.author()).containsExactly(joe, other);
            assertThat(thread.unread(joe)).isEqualTo(1);
            assertThat(thread.row(joe).stars()).isEmpty();
            assertThat(thread.row(other).stars()).containsExactly(1L);
            thread.leave(other);
            assertThat(thread.row(joe).active()).isTrue();
            assertThat(thread.row(other).active()).isFalse();
        }

        @ParameterizedTest
        @EnumSource
        void aPartyThatLooksAlikeMakesAnotherPairAndOtherKeys(LookAlike like) {
            Party joe = UserId.of(JOE);
            Party other = UserId.of(like.id);
            ThreadClient one = direct(ANNA, joe);
            ThreadClient two = direct(ANNA, other);
            assertThat(two.id()).isNotEqualTo(one.id());
            assertThat(direct(joe, other).id()).isNotIn(one.id(), two.id());

            assertThat(one.by(joe).key("k", "f").send()).isInstanceOf(SendOutcome.Stored.class);
            assertThat(two.by(other).key("k", "g").send()).isInstanceOf(SendOutcome.Stored.class);
        }

        @Test
        void eachPartyOfTheLongListIsAPartyOfItsOwn() {
            Party[] parties = SIMILAR_IDS.stream().map(UserId::of).toArray(Party[]::new);
            ThreadClient thread =
                    newThread(ANNA).with(parties).says("hello everybody").created();
            thread.read(parties[3], 1);
            thread.star(parties[7], 1);

            assertThat(thread.info().memberCount()).isEqualTo(parties.length + 1);
            assertThat(thread.members(ANNA, 100))
                    .extracting(member -> member.party())
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(Stream.of(ANNA), Stream.of(parties)).toList());
            assertThat(Stream.of(parties).filter(party -> thread.unread(party) == 0))
                    .containsExactly(parties[3]);
            assertThat(Stream.of(parties)
                            .filter(party -> !thread.row(party).stars().isEmpty()))
                    .containsExactly(parties[7]);
        }

        @Test
        void theKindDistinguishes() {
            List<Party> all = List.of(UserId.of("42"), GuestId.of("42"), ApplicationId.of("42"), SystemId.of("42"));
            ThreadClient thread = newThread(all.get(0))
                    .with(all.get(1), all.get(2), all.get(3))
                    .created();
            all.forEach(thread::say);

            assertThat(thread.info().memberCount()).isEqualTo(4);
            assertThat(thread.messages(all.get(0)))
                    .extracting(view -> view.author())
                    .isEqualTo(all);
            assertThat(all).allMatch(party -> thread.unread(party) == 3);
            ThreadClient users = group(ANNA, all.get(0));
            users.say(ANNA);
            assertThat(client.box(all.get(1), Box.ALL)).containsExactly(thread.id());
        }

        @Test
        void theLongestIdsAreKept() {
            List<Party> longest = List.of(
                    UserId.of("\u3042".repeat(128)),
                    GuestId.of("\u3042".repeat(255)),
                    GuestId.of("\u3042".repeat(254) + "\u3044"),
                    GuestId.of("\uD83D\uDE00".repeat(127) + "x"),
                    ApplicationId.of("a".repeat(128)),
                    SystemId.of("z".repeat(128)));
            ThreadClient thread = group(longest.toArray(Party[]::new));
            longest.forEach(thread::say);

            assertThat(thread.messages(longest.get(1)))
                    .extracting(view -> view.author())
                    .isEqualTo(longest);
            assertThat(longest).allMatch(party -> thread.unread(party) == 5);
            ThreadClient direct = direct(longest.get(1), longest.get(2));
            assertThat(direct(longest.get(1), longest.get(3)).id()).isNotEqualTo(direct.id());
            assertThat(direct.by(longest.get(1)).key("\u3042".repeat(128), "f").send())
                    .isInstanceOf(SendOutcome.Stored.class);
            assertThat(client.findKey(longest.get(1), "\u3042".repeat(128))).isPresent();
            assertThat(client.findKey(longest.get(2), "\u3042".repeat(128))).isEmpty();
        }
    }

    @Nested
    class Keys {

        @ParameterizedTest
        @EnumSource
        void aKeyThatLooksAlikeIsAnotherKey(LookAlike like) {
            ThreadClient thread = group(ANNA, BOB);
            thread.by(ANNA).key(JOE, "f").stored();

            assertThat(client.findKey(ANNA, like.id)).isEmpty();
            assertThat(thread.by(ANNA).key(like.id, "g").stored().position()).isEqualTo(thread.at(2));
            assertThat(client.findKey(ANNA, JOE).orElseThrow().fingerprint()).isEqualTo("f");
            assertThat(client.findKey(ANNA, like.id).orElseThrow().fingerprint())
                    .isEqualTo("g");
        }

        @Test
        void aLongKeyAndALongFingerprintAreKept() {
            ThreadClient thread = group(ANNA, BOB);
            String key = "k".repeat(ClientKey.MAX_LENGTH);
            String fingerprint = "1:" + "f".repeat(78);
            thread.by(ANNA).key(key, fingerprint).stored();

            assertThat(client.findKey(ANNA, key).orElseThrow().fingerprint()).isEqualTo(fingerprint);
            assertThat(thread.by(ANNA).key(key, fingerprint).send()).isInstanceOf(SendOutcome.Repeated.class);
            assertThat(thread.by(ANNA)
                            .key(key, fingerprint.toUpperCase(Locale.ROOT))
                            .send())
                    .isInstanceOf(SendOutcome.KeyConflict.class);
            assertThat(client.findKey(ANNA, key.substring(1))).isEmpty();
        }

        @Test
        void aKeyIsNotMixedUpWithItsSender() {
            Party a = UserId.of("a");
            Party ab = UserId.of("ab");
            ThreadClient thread = group(a, ab);
            thread.by(a).key("bc", "f").stored();

            assertThat(client.findKey(ab, "c")).isEmpty();
            assertThat(thread.by(ab).key("c", "g").send()).isInstanceOf(SendOutcome.Stored.class);
        }
    }

    @Nested
    class Tenants {

        @ParameterizedTest
        @EnumSource
        void aTenantThatLooksAlikeIsAnotherTenant(LookAlike like) {
            StorageClient joe = client.forTenant(TenantId.of(JOE));
            StorageClient other = client.forTenant(TenantId.of(like.id));
            ThreadClient thread = joe.direct(ANNA, BOB);
            thread.by(ANNA).key("k", "f").stored();

            assertThat(other.box(BOB, Box.ALL)).isEmpty();
            assertThat(other.thread(thread.id()).find(BOB)).isEmpty();
            assertThat(other.findKey(ANNA, "k")).isEmpty();
            ThreadClient others = other.direct(ANNA, BOB);
            others.by(ANNA).key("k", "g").stored();
            assertThat(joe.box(BOB, Box.ALL)).containsExactly(thread.id());
            assertThat(other.box(BOB, Box.ALL)).containsExactly(others.id());
        }

        @Test
        void theLongestTenantIsKept() {
            TenantId longest = TenantId.of("\u3042".repeat(64));
            ThreadClient thread = client.forTenant(longest).group(ANNA, BOB);

            assertThat(thread.facts().ref().tenant()).isEqualTo(longest);
            assertThat(client.forTenant(TenantId.of("\u3042".repeat(63)))
                            .thread(thread.id())
                            .find(ANNA))
                    .isEmpty();
        }
    }

    @Nested
    class ThreadsAndMessages {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "00000000-0000-0000-0000-000000000000",
                    "00000000-0000-7000-8000-000000000001",
                    "01900000-0000-7000-8000-00000000000a",
                    "7fffffff-ffff-7fff-bfff-ffffffffffff",
                    "80000000-0000-7000-8000-000000000000",
                    "ffffffff-ffff-ffff-ffff-ffffffffffff"
                })
        void everyIdIsKept(String id) {
            UUID uuid = UUID.fromString(id);
            ThreadClient thread =
                    newThread(ANNA).id(ThreadId.of(uuid)).with(BOB).created();
            thread.by(ANNA).id(MessageId.of(uuid)).text("hello").stored();
            thread.say(BOB);

            assertThat(client.box(BOB, Box.ALL)).containsExactly(ThreadId.of(uuid));
            assertThat(client.find(BOB, MessageId.of(uuid)).orElseThrow().text())
                    .isEqualTo("hello");
            assertThat(thread.messages(BOB).get(0).id()).isEqualTo(MessageId.of(uuid));
        }
    }
}
