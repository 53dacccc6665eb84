package dev.postroom.messaging.testkit.inmemory.internal.port;

import dev.postroom.messaging.testkit.inmemory.internal.rules.AppendRules;
import dev.postroom.messaging.testkit.inmemory.internal.rules.BoxRules;
import dev.postroom.messaging.testkit.inmemory.internal.rules.ChangeLog;
import dev.postroom.messaging.testkit.inmemory.internal.rules.GuardCheck;
import dev.postroom.messaging.testkit.inmemory.internal.rules.Rules;
import dev.postroom.messaging.testkit.inmemory.internal.rules.VisibilityRules;
import dev.postroom.messaging.testkit.inmemory.internal.state.IdentityKeys;
import dev.postroom.messaging.testkit.inmemory.internal.state.Tenants;
import dev.postroom.messaging.testkit.inmemory.internal.state.TransactionTenants;

/** Makes the components of an in-memory storage. A test overrides a method to make a component that breaks one rule. */
public class StorageComponents {

    public Rules rules() {
        VisibilityRules visibility = visibility();
        return new Rules(visibility, boxes(visibility), guards(visibility), appending(visibility), log());
    }

    public Tenants tenants() {
        return new Tenants(keys());
    }

    public TransactionTenants transaction(Tenants tenants) {
        return new TransactionTenants(tenants);
    }

    public IdentityKeys keys() {
        return new IdentityKeys();
    }

    public VisibilityRules visibility() {
        return new VisibilityRules();
    }

    public BoxRules boxes(VisibilityRules visibility) {
        return new BoxRules(visibility);
    }

    public GuardCheck guards(VisibilityRules visibility) {
        return new GuardCheck(visibility);
    }

    public AppendRules appending(VisibilityRules visibility) {
        return new AppendRules(visibility);
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
