package dev.postroom.messaging.testkit.inmemory.internal.rules;

/**
 * The rules that the stores share; none has state.
 *
 * @param sight who sees and has read what
 * @param placing where threads stand, and in which order
 * @param guards what is refused, and why
 * @param arrival what a new message does
 * @param log how changes are logged
 */
public record Rules(VisibilityRules sight, BoxRules placing, GuardCheck guards, Arrival arrival, ChangeLog log) {}
