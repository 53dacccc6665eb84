package dev.postroom.messaging.internal.verify;

import dev.postroom.messaging.VerifyReport;
import dev.postroom.messaging.spi.Inspection;
import dev.postroom.messaging.spi.ThreadFacts;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes through every thread of a storage and judges it. */
public final class Verifier {

    private static final Logger LOG = LoggerFactory.getLogger(Verifier.class);
    private static final int AT_ONCE = 1_000;

    private final Inspection inspection;

    /**
     * Creates a check of a storage.
     *
     * @param inspection shows what is stored
     */
    public Verifier(Inspection inspection) {
        this.inspection = inspection;
    }

    /**
     * Checks every thread, and lets the storage check itself.
     *
     * @return what was found
     */
    public VerifyReport verify() {
        Findings findings = new Findings();
        long threads = 0;
        long messages = 0;
        List<Inspection.Ref> refs = inspection.threads(Optional.empty(), AT_ONCE);
        while (!refs.isEmpty()) {
            for (Inspection.Ref ref : refs) {
                Optional<ThreadFacts> facts = inspection.facts(ref);
                if (facts.isPresent()) {
                    threads++;
                    messages += facts.get().messages().size();
                    judge(facts.get(), findings);
                }
            }
            refs = inspection.threads(Optional.of(refs.get(refs.size() - 1)), AT_ONCE);
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

    static void judge(ThreadFacts facts, Findings findings) {
        new ThreadCheck(facts, findings).run();
        facts.members().forEach(member -> new MemberCheck(facts, member, findings).run());
        new LogCheck(facts, findings).run();
    }
}
