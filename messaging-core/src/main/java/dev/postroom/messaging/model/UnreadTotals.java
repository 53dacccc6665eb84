package dev.postroom.messaging.model;

/**
 * The unread totals of an inbox.
 *
 * @param threads the number of threads with unread messages
 * @param messages the number of unread messages in these threads
 * @param complete false if counting stopped at the limit on threads; both numbers are then lower bounds
 */
public record UnreadTotals(long threads, long messages, boolean complete) {}
