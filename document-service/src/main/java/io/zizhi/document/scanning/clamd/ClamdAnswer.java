package io.zizhi.document.scanning.clamd;

import io.zizhi.document.scanning.ScanResult;
import io.zizhi.document.scanning.ScanResult.Clean;
import io.zizhi.document.scanning.ScanResult.Infected;
import io.zizhi.document.scanning.ScanResult.Undecided;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Interprets the answers of clamd. Only the exact answer for a clean stream counts as clean. */
final class ClamdAnswer {

    /** The stream exceeds {@code StreamMaxLength}; clamd has not scanned it. */
    static final Undecided TOO_LARGE = new Undecided("SCAN_SIZE_LIMIT", false);

    private static final String CLEAN = "stream: OK";
    private static final Pattern FOUND = Pattern.compile("stream: (.+) FOUND", Pattern.DOTALL);

    /** With {@code AlertExceedsMax}, clamd names a limit that stopped the scan like a threat. */
    private static final String LIMITS = "Heuristics.Limits.Exceeded";

    private static final int LONGEST_THREAT = 200;

    private ClamdAnswer() {}

    /** @param answer without the final zero byte */
    static ScanResult interpret(String answer) {
        if (isClean(answer)) {
            return new Clean();
        }
        if (answer.startsWith("INSTREAM size limit exceeded")) {
            return TOO_LARGE;
        }
        Matcher found = FOUND.matcher(answer);
        if (found.matches()) {
            String threat = found.group(1);
            return threat.startsWith(LIMITS)
                    ? new Undecided("SCAN_LIMITS_EXCEEDED", false)
                    : new Infected(printable(threat));
        }
        return new Undecided(answer.endsWith("ERROR") ? "SCAN_ERROR" : "SCAN_ANSWER_UNREADABLE", false);
    }

    static boolean isClean(String answer) {
        return answer.equals(CLEAN);
    }

    private static String printable(String threat) {
        String clean = threat.replaceAll("[^\\x20-\\x7E]", "?");
        return clean.substring(0, Math.min(clean.length(), LONGEST_THREAT));
    }
}
