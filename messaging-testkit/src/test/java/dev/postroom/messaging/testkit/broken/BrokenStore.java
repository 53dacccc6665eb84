package dev.postroom.messaging.testkit.broken;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.broken.stale.StaleCounts;
import dev.postroom.messaging.testkit.broken.stale.StaleFlags;
import dev.postroom.messaging.testkit.broken.stale.StalePairs;
import dev.postroom.messaging.testkit.broken.stale.StaleSends;
import java.util.List;
import java.util.function.Supplier;

/**
 * A storage with a fault that a test put there.
 *
 * @param fault a description of the fault
 * @param fixture makes an empty storage with the fault
 * @param suite the contract that must find it
 * @param caughtBy the test that must fail, with its class
 */
record BrokenStore(String fault, Supplier<StorageFixture> fixture, Class<?> suite, String caughtBy) {

    static final List<BrokenStore> ALL = List.of(
            new BrokenStore(
                    "ignores case",
                    BrokenNames::ignoresCase,
                    Suites.Identity.class,
                    "Parties.aPartyThatLooksAlikeIsAnotherParty"),
            new BrokenStore(
                    "ignores trailing blanks",
                    BrokenNames::ignoresTrailingBlanks,
                    Suites.Identity.class,
                    "Parties.partiesThatLookAlikeMayBeInTheSameThread"),
            new BrokenStore(
                    "ignores accents",
                    BrokenNames::ignoresAccents,
                    Suites.Identity.class,
                    "Tenants.aTenantThatLooksAlikeIsAnotherTenant"),
            new BrokenStore(
                    "leaks messages of other tenants",
                    BrokenReading::leaksMessagesOfOtherTenants,
                    Suites.Tenant.class,
                    "FromElsewhere.noMessageIsDeletedHiddenOrRead"),
            new BrokenStore(
                    "leaks threads of other tenants",
                    BrokenReading::leaksThreadsOfOtherTenants,
                    Suites.Tenant.class,
                    "FromElsewhere.nothingIsFoundOrCounted"),
            new BrokenStore(
                    "ignores the tie-break",
                    BrokenReading::ignoresTheTieBreak,
                    Suites.BoxPage.class,
                    "Pages.pagesByPlaceShowEachThreadOnceAndInOrder"),
            new BrokenStore(
                    "begins a range outside the window",
                    BrokenReading::beginsARangeOutsideTheWindow,
                    Suites.MessageRange.class,
                    "Windows.aMemberWhoJoinedLaterBeginsAtItsJoining"),
            new BrokenStore(
                    "ends at an empty range",
                    BrokenReading::endsAtAnEmptyRange,
                    Suites.MessageRange.class,
                    "Gaps.aRangeInWhichNothingIsSeenStillHasANextOne"),
            new BrokenStore(
                    "previews outside the window",
                    BrokenVisibility::previewsOutsideTheWindow,
                    Suites.Preview.class,
                    "Windows.aMemberWhoJoinedLaterIsShownNothingFromBefore"),
            new BrokenStore(
                    "counts after leaving",
                    BrokenVisibility::countsAfterLeaving,
                    Suites.MembershipInterleaving.class,
                    "Going.aMessageSentWhileSomebodyLeavesDoesNotReachThem"),
            new BrokenStore(
                    "subtracts hidden and deleted messages twice",
                    BrokenVisibility::subtractsTwice,
                    Suites.DeletionInterleaving.class,
                    "WhileAMessageIsHidden.deletingAMessageThatIsBeingHiddenLowersTheCountOnce"),
            new BrokenStore(
                    "forgets the star",
                    BrokenWriting::forgetsTheStar,
                    Suites.Star.class,
                    "OnMessages.aStarredMessageSaysSo"),
            new BrokenStore(
                    "loses a row of the log",
                    BrokenWriting::losesTheLogRow,
                    Suites.Log.class,
                    "PositionsAndStars.readingIsLoggedWithTheNewReadPosition"),
            new BrokenStore(
                    "follows the clock back",
                    BrokenWriting::followsTheClockBack,
                    Suites.Append.class,
                    "PlaceAndTime.aMessageThatIsNotLaterIsStoredOneMicrosecondAfterTheLast"),
            new BrokenStore(
                    "leaves a gap when it refuses",
                    BrokenWriting::leavesAGapWhenItRefuses,
                    Suites.Append.class,
                    "PlaceAndTime.aRefusedMessageLeavesNoGap"),
            new BrokenStore(
                    "uses up the key of a refused send",
                    BrokenWriting::usesUpTheKeyOfARefusedSend,
                    Suites.ClientKey.class,
                    "RefusedSends.aRefusedSendUsesUpNoKey"),
            new BrokenStore(
                    "counts client keys per thread",
                    BrokenKeys::countsKeysPerThread,
                    Suites.ClientKey.class,
                    "Repeated.aKeyIsFoundAcrossThreads"),
            new BrokenStore(
                    "reads backwards",
                    BrokenPositions::readsBackwards,
                    Suites.Position.class,
                    "Reading.neverMovesBack"),
            new BrokenStore(
                    "archives by a flag",
                    BrokenPositions::archivesByFlag,
                    Suites.BoxInterleaving.class,
                    "Archiving.aMessageInFlightIsNotArchivedUnseen"),
            new BrokenStore(
                    "deletes for oneself by a flag",
                    BrokenPositions::deletesByFlag,
                    Suites.BoxInterleaving.class,
                    "DeletingForOneself.aMessageInFlightIsNotDeletedUnseen"),
            new BrokenStore(
                    "judges membership before it waits",
                    StaleSends::judgesBeforeItWaits,
                    Suites.MembershipInterleaving.class,
                    "Going.aSenderRemovedMeanwhileIsRefused"),
            new BrokenStore(
                    "judges whether it is closed before it waits",
                    StaleSends::judgesBeforeItWaits,
                    Suites.ThreadInterleaving.class,
                    "WhileTheThreadIsSentTo.aSendToAThreadClosedMeanwhileIsRefusedAndUsesUpNoKey"),
            new BrokenStore(
                    "reaches who was there before it waited",
                    StaleSends::reachesWhoWasThereBeforeItWaited,
                    Suites.MembershipInterleaving.class,
                    "Coming.aMessageSentWhileSomebodyJoinsReachesThem"),
            new BrokenStore(
                    "looks up the key before it waits",
                    StaleSends::looksUpTheKeyBeforeItWaits,
                    Suites.KeyInterleaving.class,
                    "Replies.theSameKeyInFlightSendsOnce"),
            new BrokenStore(
                    "looks for a pair first and creates its thread then",
                    StalePairs::looksFirstAndCreatesThen,
                    Suites.KeyInterleaving.class,
                    "Pairs.aPairInFlightHasOneThread"),
            new BrokenStore(
                    "counts own messages before it waits",
                    StaleCounts::countsOwnMessagesBeforeItWaits,
                    Suites.ReadInterleaving.class,
                    "WhileASendIsInFlight.readingDoesNotCountTheOwnMessageInFlight"),
            new BrokenStore(
                    "lowers counts on delete by what it saw before it waits",
                    StaleCounts::lowersCountsBeforeItWaits,
                    Suites.DeletionInterleaving.class,
                    "WhileAMessageIsDeleted.deletingAMessageThatIsBeingReadCountsNothingTwice"),
            new BrokenStore(
                    "says that nothing is new before it waits",
                    StaleFlags::saysNothingIsNewBeforeItWaits,
                    Suites.ReadInterleaving.class,
                    "WhileASendIsInFlight.readingLeavesTheMessageInFlightUnread"),
            new BrokenStore(
                    "keeps half an operation in the host's transaction",
                    BrokenTransactions::keepsHalfAnOperation,
                    Suites.HostTransaction.class,
                    "Failing.aMessageThatFailsLeavesNothing"),
            new BrokenStore(
                    "ignores the host's rollback",
                    BrokenTransactions::ignoresTheRollback,
                    Suites.HostTransaction.class,
                    "Ending.aRollbackUndoesEverything"),
            new BrokenStore(
                    "shows what the host has not committed",
                    BrokenTransactions::showsUncommittedWork,
                    Suites.HostTransaction.class,
                    "Ending.nobodyElseSeesAnythingBeforeTheCommit"),
            new BrokenStore(
                    "goes on after the end of the host's transaction",
                    BrokenTransactions::goesOnAfterTheEnd,
                    Suites.HostTransaction.class,
                    "Ending.nothingIsDoneAfterTheRollback"),
            new BrokenStore(
                    "ends the host's transaction with a refusal",
                    BrokenTransactions::endsWithARefusal,
                    Suites.HostTransaction.class,
                    "Answers.noRefusalEndsTheTransaction"),
            new BrokenStore(
                    "sends those before the one it refuses",
                    BrokenWriting::sendsThoseBeforeARefusal,
                    Suites.SendAll.class,
                    "AllOrNone.noneIsSentIfOneIsRefused"),
            new BrokenStore(
                    "answers several sends in an order of its own",
                    BrokenWriting::answersInAnOrderOfItsOwn,
                    Suites.SendAll.class,
                    "AllOrNone.theAnswersStandInTheOrderOfTheReplies"));
}
