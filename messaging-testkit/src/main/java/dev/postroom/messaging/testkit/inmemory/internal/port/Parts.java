package dev.postroom.messaging.testkit.inmemory.internal.port;

import dev.postroom.messaging.testkit.inmemory.internal.rules.Arrival;
import dev.postroom.messaging.testkit.inmemory.internal.rules.BoxRules;
import dev.postroom.messaging.testkit.inmemory.internal.rules.ChangeLog;
import dev.postroom.messaging.testkit.inmemory.internal.rules.GuardCheck;
import dev.postroom.messaging.testkit.inmemory.internal.rules.Rules;
import dev.postroom.messaging.testkit.inmemory.internal.rules.VisibilityRules;
import dev.postroom.messaging.testkit.inmemory.internal.state.Keys;
import dev.postroom.messaging.testkit.inmemory.internal.state.Tenants;
import dev.postroom.messaging.testkit.inmemory.internal.state.TransactionTenants;

/**
 * Makes what an in-memory storage consists of. A test overrides a method here to put a part in place that breaks one
 * rule on purpose.
 */
public class Parts {

    public Rules rules() {
        VisibilityRules sight = sight();
        return new Rules(sight, placing(sight), guards(sight), arrival(sight), log());
    }

    public Tenants tenants() {
        return new Tenants(keys());
    }

    public TransactionTenants transaction(Tenants tenants) {
        return new TransactionTenants(tenants);
    }

    public Keys keys() {
        return new Keys();
    }

    public VisibilityRules sight() {
        return new VisibilityRules();
    }

    public BoxRules placing(VisibilityRules sight) {
        return new BoxRules(sight);
    }

    public GuardCheck guards(VisibilityRules sight) {
        return new GuardCheck(sight);
    }

    public Arrival arrival(VisibilityRules sight) {
        return new Arrival(sight);
    }

    public ChangeLog log() {
        return new ChangeLog();
    }

    public InMemoryThreads threads(Tenants tenants, Rules rules) {
        return new InMemoryThreads(tenants, creating(rules), changing(rules));
    }

    public ThreadCreator creating(Rules rules) {
        return new ThreadCreator(rules);
    }

    public ThreadEditor changing(Rules rules) {
        return new ThreadEditor(rules, membership(rules));
    }

    public MemberEditor membership(Rules rules) {
        return new MemberEditor(rules);
    }

    public InMemoryMessages messages(Tenants tenants, Rules rules) {
        return new InMemoryMessages(tenants, writing(rules), reading(rules));
    }

    public MessageWriting writing(Rules rules) {
        return new MessageWriting(rules);
    }

    public MessageReading reading(Rules rules) {
        return new MessageReading(rules);
    }

    public InMemoryPositions positions(Tenants tenants, Rules rules) {
        return new InMemoryPositions(tenants, rules);
    }

    public InMemoryStars stars(Tenants tenants, Rules rules) {
        return new InMemoryStars(tenants, rules);
    }

    public InMemoryBoxes boxes(Tenants tenants, Rules rules) {
        return new InMemoryBoxes(tenants, rules);
    }

    public InMemoryInspection inspection(Tenants tenants, Rules rules) {
        return new InMemoryInspection(tenants, rules);
    }
}
