package dev.postroom.messaging.model;

/**
 * How much is unread in an inbox.
 *
 * @param threads how many threads have an unread message
 * @param messages how many messages are unread in them
 * @param complete false if counting stopped at the cap on threads, so that both numbers are lower bounds
 */
public record UnreadTotals(long threads, long messages, boolean complete) {}
