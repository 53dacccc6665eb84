package dev.postroom.messaging.internal.verify;

import dev.postroom.messaging.VerifyReport;
import dev.postroom.messaging.spi.Inspection;
import dev.postroom.messaging.spi.ThreadFacts;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks every thread of a storage. */
public final class Verifier {

    private static final Logger LOG = LoggerFactory.getLogger(Verifier.class);
    private static final int BATCH_SIZE = 1_000;

    private final Inspection inspection;

    /**
     * Creates the check of a storage.
     *
     * @param inspection reads what is stored
     */
    public Verifier(Inspection inspection) {
        this.inspection = inspection;
    }

    /**
     * Checks every thread, and lets the storage check itself.
     *
     * @return the numbers of checked threads and messages, and the violations
     */
    public VerifyReport verify() {
        Findings findings = new Findings();
        long threads = 0;
        long messages = 0;
        List<Inspection.Ref> refs = inspection.threads(Optional.empty(), BATCH_SIZE);
        while (!refs.isEmpty()) {
            for (Inspection.Ref ref : refs) {
                Optional<ThreadFacts> facts = inspection.facts(ref);
                if (facts.isPresent()) {
                    threads++;
                    messages += facts.get().messages().size();
                    check(facts.get(), findings);
                }
            }
            refs = inspection.threads(Optional.of(refs.get(refs.size() - 1)), BATCH_SIZE);
        }
        inspection.selfCheck().forEach(findings::add);
        VerifyReport report = new VerifyReport(threads, messages, findings.all());
        if (!report.ok()) {
            LOG.warn(
                    "verify() found {} violations in {} threads",
                    report.violations().size(),
                    threads);
        }
        return report;
    }

    static void check(ThreadFacts facts, Findings findings) {
        new ThreadCheck(facts, findings).run();
        facts.members().forEach(member -> new MemberCheck(facts, member, findings).run());
        new LogCheck(facts, findings).run();
    }
}
