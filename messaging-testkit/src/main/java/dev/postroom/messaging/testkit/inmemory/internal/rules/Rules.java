package dev.postroom.messaging.testkit.inmemory.internal.rules;

/**
 * The rules that the ports share. None has state.
 *
 * @param visibility decides which messages a member sees and has read
 * @param boxes decides in which boxes threads are, and in which order
 * @param guards decides which operations are refused
 * @param appending adds new messages to threads
 * @param log writes the log of threads
 */
public record Rules(
        VisibilityRules visibility, BoxRules boxes, GuardCheck guards, AppendRules appending, ChangeLog log) {}
