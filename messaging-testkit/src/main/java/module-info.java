/**
 * Postroom's test kit: an in-memory storage, a settable clock, a directory of made-up people, and the contract suites for
 * storage adapters. For tests, not for production.
 */
module dev.postroom.messaging.testkit {
    requires transitive dev.postroom.messaging;
    requires static transitive org.jspecify;
    requires transitive org.junit.jupiter.api;
    requires transitive org.junit.jupiter.params;
    requires transitive org.assertj.core;

    exports dev.postroom.messaging.testkit;
    exports dev.postroom.messaging.testkit.contract;
    exports dev.postroom.messaging.testkit.contract.box;
    exports dev.postroom.messaging.testkit.contract.interleaving;
    exports dev.postroom.messaging.testkit.contract.mailbox;
    exports dev.postroom.messaging.testkit.contract.message;
    exports dev.postroom.messaging.testkit.contract.personal;
    exports dev.postroom.messaging.testkit.contract.race;
    exports dev.postroom.messaging.testkit.contract.random;
    exports dev.postroom.messaging.testkit.contract.storage;
    exports dev.postroom.messaging.testkit.contract.thread;
    exports dev.postroom.messaging.testkit.inmemory;
    exports dev.postroom.messaging.testkit.suite;

    // JUnit calls the test methods of the suites, which are not public.
    opens dev.postroom.messaging.testkit.contract to
            org.junit.platform.commons;
    opens dev.postroom.messaging.testkit.contract.box to
            org.junit.platform.commons;
    opens dev.postroom.messaging.testkit.contract.interleaving to
            org.junit.platform.commons;
    opens dev.postroom.messaging.testkit.contract.mailbox to
            org.junit.platform.commons;
    opens dev.postroom.messaging.testkit.contract.message to
            org.junit.platform.commons;
    opens dev.postroom.messaging.testkit.contract.personal to
            org.junit.platform.commons;
    opens dev.postroom.messaging.testkit.contract.race to
            org.junit.platform.commons;
    opens dev.postroom.messaging.testkit.contract.random to
            org.junit.platform.commons;
    opens dev.postroom.messaging.testkit.contract.storage to
            org.junit.platform.commons;
    opens dev.postroom.messaging.testkit.contract.thread to
            org.junit.platform.commons;
    opens dev.postroom.messaging.testkit.suite to
            org.junit.platform.commons;
}
