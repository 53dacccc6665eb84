package dev.postroom.messaging.testkit.inmemory;

/**
 * Makes what an in-memory storage consists of. A test overrides a method here to put a part in place that breaks one
 * rule on purpose.
 */
class Parts {

    Rules rules() {
        VisibilityRules sight = sight();
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

    VisibilityRules sight() {
        return new VisibilityRules();
    }

    BoxRules placing(VisibilityRules sight) {
        return new BoxRules(sight);
    }

    GuardCheck guards(VisibilityRules sight) {
        return new GuardCheck(sight);
    }

    Arrival arrival(VisibilityRules sight) {
        return new Arrival(sight);
    }

    ChangeLog log() {
        return new ChangeLog();
    }

    InMemoryThreads threads(Tenants tenants, Rules rules) {
        return new InMemoryThreads(tenants, creating(rules), changing(rules));
    }

    ThreadCreator creating(Rules rules) {
        return new ThreadCreator(rules);
    }

    ThreadEditor changing(Rules rules) {
        return new ThreadEditor(rules, membership(rules));
    }

    MemberEditor membership(Rules rules) {
        return new MemberEditor(rules);
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
