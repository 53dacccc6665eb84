package dev.postroom.messaging.testkit.contract;

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
 * That ids of parties and tenants and client keys are compared and given back byte for byte: what looks alike is not
 * the same, and what is odd or long is kept.
 *
 * <p>Not asserted: what no id may contain or how long it may be, which is judged before a storage is asked.
 */
public abstract class IdentityContract extends StorageContract {

    private static final String JOE = "joe";

    /** For adapters to extend. */
    protected IdentityContract() {}

    /** What some store somewhere takes for {@code joe}. */
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

    /** Ids that differ from each other only where a store may not see it. */
    private static final List<String> TWINS = List.of(
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
        void whoLooksAlikeIsSomebodyElse(LookAlike like) {
            Party joe = UserId.of(JOE);
            Party other = UserId.of(like.id);
            Talk joes = group(ANNA, joe);
            joes.say(ANNA);

            assertThat(world.box(other, Box.ALL)).isEmpty();
            assertThat(world.count(other, Box.INBOX, BoxQuery.Filter.ANY)).isZero();
            assertThat(world.unread(other).messages()).isZero();
            assertThat(joes.find(other)).isEmpty();
            assertThat(joes.messages(other)).isEmpty();
            assertThat(joes.by(other).send()).isEqualTo(sendRefused(Refusal.NOT_MEMBER));
        }

        @ParameterizedTest
        @EnumSource
        void whoLooksAlikeMayBeInTheSameThread(LookAlike like) {
            Party joe = UserId.of(JOE);
            Party other = UserId.of(like.id);
            Talk talk = group(joe, other);
            talk.say(joe);
            talk.say(other);
            talk.star(other, 1);

            assertThat(talk.info().memberCount()).isEqualTo(2);
            assertThat(talk.messages(joe)).extracting(view -> view.author()).containsExactly(joe, other);
            assertThat(talk.unread(joe)).isEqualTo(1);
            assertThat(talk.row(joe).stars()).isEmpty();
            assertThat(talk.row(other).stars()).containsExactly(1L);
            talk.leave(other);
            assertThat(talk.row(joe).active()).isTrue();
            assertThat(talk.row(other).active()).isFalse();
        }

        @ParameterizedTest
        @EnumSource
        void whoLooksAlikeMakesAnotherPairAndOtherKeys(LookAlike like) {
            Party joe = UserId.of(JOE);
            Party other = UserId.of(like.id);
            Talk one = direct(ANNA, joe);
            Talk two = direct(ANNA, other);
            assertThat(two.id()).isNotEqualTo(one.id());
            assertThat(direct(joe, other).id()).isNotIn(one.id(), two.id());

            assertThat(one.by(joe).key("k", "f").send()).isInstanceOf(SendOutcome.Stored.class);
            assertThat(two.by(other).key("k", "g").send()).isInstanceOf(SendOutcome.Stored.class);
        }

        @Test
        void everybodyInTheLongListIsSomebodyOfTheirOwn() {
            Party[] parties = TWINS.stream().map(UserId::of).toArray(Party[]::new);
            Talk talk = opening(ANNA).with(parties).says("hello everybody").talk();
            talk.read(parties[3], 1);
            talk.star(parties[7], 1);

            assertThat(talk.info().memberCount()).isEqualTo(parties.length + 1);
            assertThat(talk.members(ANNA, 100))
                    .extracting(member -> member.party())
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(Stream.of(ANNA), Stream.of(parties)).toList());
            assertThat(Stream.of(parties).filter(party -> talk.unread(party) == 0))
                    .containsExactly(parties[3]);
            assertThat(Stream.of(parties)
                            .filter(party -> !talk.row(party).stars().isEmpty()))
                    .containsExactly(parties[7]);
        }

        @Test
        void theKindDistinguishes() {
            List<Party> all = List.of(UserId.of("42"), GuestId.of("42"), ApplicationId.of("42"), SystemId.of("42"));
            Talk talk =
                    opening(all.get(0)).with(all.get(1), all.get(2), all.get(3)).talk();
            all.forEach(talk::say);

            assertThat(talk.info().memberCount()).isEqualTo(4);
            assertThat(talk.messages(all.get(0)))
                    .extracting(view -> view.author())
                    .isEqualTo(all);
            assertThat(all).allMatch(party -> talk.unread(party) == 3);
            Talk users = group(ANNA, all.get(0));
            users.say(ANNA);
            assertThat(world.box(all.get(1), Box.ALL)).containsExactly(talk.id());
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
            Talk talk = group(longest.toArray(Party[]::new));
            longest.forEach(talk::say);

            assertThat(talk.messages(longest.get(1)))
                    .extracting(view -> view.author())
                    .isEqualTo(longest);
            assertThat(longest).allMatch(party -> talk.unread(party) == 5);
            Talk direct = direct(longest.get(1), longest.get(2));
            assertThat(direct(longest.get(1), longest.get(3)).id()).isNotEqualTo(direct.id());
            assertThat(direct.by(longest.get(1)).key("\u3042".repeat(128), "f").send())
                    .isInstanceOf(SendOutcome.Stored.class);
            assertThat(world.findKey(longest.get(1), "\u3042".repeat(128))).isPresent();
            assertThat(world.findKey(longest.get(2), "\u3042".repeat(128))).isEmpty();
        }
    }

    @Nested
    class Keys {

        @ParameterizedTest
        @EnumSource
        void aKeyThatLooksAlikeIsAnotherKey(LookAlike like) {
            Talk talk = group(ANNA, BOB);
            talk.by(ANNA).key(JOE, "f").stored();

            assertThat(world.findKey(ANNA, like.id)).isEmpty();
            assertThat(talk.by(ANNA).key(like.id, "g").stored().position()).isEqualTo(talk.at(2));
            assertThat(world.findKey(ANNA, JOE).orElseThrow().fingerprint()).isEqualTo("f");
            assertThat(world.findKey(ANNA, like.id).orElseThrow().fingerprint()).isEqualTo("g");
        }

        @Test
        void aLongKeyAndALongFingerprintAreKept() {
            Talk talk = group(ANNA, BOB);
            String key = "k".repeat(ClientKey.MAX_LENGTH);
            String fingerprint = "1:" + "f".repeat(78);
            talk.by(ANNA).key(key, fingerprint).stored();

            assertThat(world.findKey(ANNA, key).orElseThrow().fingerprint()).isEqualTo(fingerprint);
            assertThat(talk.by(ANNA).key(key, fingerprint).send()).isInstanceOf(SendOutcome.Repeated.class);
            assertThat(talk.by(ANNA)
                            .key(key, fingerprint.toUpperCase(Locale.ROOT))
                            .send())
                    .isInstanceOf(SendOutcome.KeyConflict.class);
            assertThat(world.findKey(ANNA, key.substring(1))).isEmpty();
        }

        @Test
        void aKeyIsNotMixedUpWithItsSender() {
            Party a = UserId.of("a");
            Party ab = UserId.of("ab");
            Talk talk = group(a, ab);
            talk.by(a).key("bc", "f").stored();

            assertThat(world.findKey(ab, "c")).isEmpty();
            assertThat(talk.by(ab).key("c", "g").send()).isInstanceOf(SendOutcome.Stored.class);
        }
    }

    @Nested
    class Tenants {

        @ParameterizedTest
        @EnumSource
        void aTenantThatLooksAlikeIsAnotherTenant(LookAlike like) {
            World joe = world.in(TenantId.of(JOE));
            World other = world.in(TenantId.of(like.id));
            Talk talk = joe.direct(ANNA, BOB);
            talk.by(ANNA).key("k", "f").stored();

            assertThat(other.box(BOB, Box.ALL)).isEmpty();
            assertThat(other.talk(talk.id()).find(BOB)).isEmpty();
            assertThat(other.findKey(ANNA, "k")).isEmpty();
            Talk others = other.direct(ANNA, BOB);
            others.by(ANNA).key("k", "g").stored();
            assertThat(joe.box(BOB, Box.ALL)).containsExactly(talk.id());
            assertThat(other.box(BOB, Box.ALL)).containsExactly(others.id());
        }

        @Test
        void theLongestTenantIsKept() {
            TenantId longest = TenantId.of("\u3042".repeat(64));
            Talk talk = world.in(longest).group(ANNA, BOB);

            assertThat(talk.facts().ref().tenant()).isEqualTo(longest);
            assertThat(world.in(TenantId.of("\u3042".repeat(63)))
                            .talk(talk.id())
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
            Talk talk = opening(ANNA).id(ThreadId.of(uuid)).with(BOB).talk();
            talk.by(ANNA).id(MessageId.of(uuid)).text("hello").stored();
            talk.say(BOB);

            assertThat(world.box(BOB, Box.ALL)).containsExactly(ThreadId.of(uuid));
            assertThat(world.find(BOB, MessageId.of(uuid)).orElseThrow().text()).isEqualTo("hello");
            assertThat(talk.messages(BOB).get(0).id()).isEqualTo(MessageId.of(uuid));
        }
    }
}
