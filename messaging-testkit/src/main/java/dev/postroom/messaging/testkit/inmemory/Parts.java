package dev.postroom.messaging.testkit.inmemory;

/**
 * Makes what an in-memory storage consists of. A test overrides a method here to put a part in place that breaks one
 * rule on purpose.
 */
class Parts {

    Rules rules() {
        Sight sight = sight();
        return new Rules(sight, placing(sight), guards(sight), arrival(sight), log());
    }

    Tenants tenants() {
        return new Tenants(keys());
    }

    TransactionTenants transaction(Tenants tenants) {
        return new TransactionTenants(tenants);
    }

    Keys keys() {
        return new Keys();
    }

    Sight sight() {
        return new Sight();
    }

    Placing placing(Sight sight) {
        return new Placing(sight);
    }

    Guards guards(Sight sight) {
        return new Guards(sight);
    }

    Arrival arrival(Sight sight) {
        return new Arrival(sight);
    }

    ChangeLog log() {
        return new ChangeLog();
    }

    InMemoryThreads threads(Tenants tenants, Rules rules) {
        return new InMemoryThreads(tenants, creating(rules), changing(rules));
    }

    Creating creating(Rules rules) {
        return new Creating(rules);
    }

    Changing changing(Rules rules) {
        return new Changing(rules, membership(rules));
    }

    Membership membership(Rules rules) {
        return new Membership(rules);
    }

    InMemoryMessages messages(Tenants tenants, Rules rules) {
        return new InMemoryMessages(tenants, writing(rules), reading(rules));
    }

    MessageWriting writing(Rules rules) {
        return new MessageWriting(rules);
    }

    MessageReading reading(Rules rules) {
        return new MessageReading(rules);
    }

    InMemoryPositions positions(Tenants tenants, Rules rules) {
        return new InMemoryPositions(tenants, rules);
    }

    InMemoryStars stars(Tenants tenants, Rules rules) {
        return new InMemoryStars(tenants, rules);
    }

    InMemoryBoxes boxes(Tenants tenants, Rules rules) {
        return new InMemoryBoxes(tenants, rules);
    }

    InMemoryInspection inspection(Tenants tenants, Rules rules) {
        return new InMemoryInspection(tenants, rules);
    }
}
