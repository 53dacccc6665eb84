package dev.postroom.messaging;
/** x */
public interface Messaging {}
