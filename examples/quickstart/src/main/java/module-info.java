/** The quick start: conversations from a file, replayed through Postroom, looked at, and checked. */
module dev.postroom.examples.quickstart {
    requires com.zaxxer.hikari;
    requires com.fasterxml.jackson.databind;
    requires dev.postroom.messaging;
    requires dev.postroom.messaging.jdbc;
}
