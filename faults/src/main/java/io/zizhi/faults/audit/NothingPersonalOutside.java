package io.zizhi.faults.audit;

import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.evidence.Findings;
import io.zizhi.faults.evidence.Invariant;
import io.zizhi.faults.evidence.Personal;
import io.zizhi.faults.evidence.Violation;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** I12: personal data of the run appears only where it is allowed. */
final class NothingPersonalOutside implements Invariant {

    private static final Pattern ID_NUMBER = Pattern.compile("(?<![0-9])[0-9]{17}[0-9Xx](?![0-9])");
    private static final Pattern PHONE = Pattern.compile("(?<![0-9])1[0-9]{10}(?![0-9])");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}{3,}");
    private static final int NAME_LENGTH = 3;

    @Override
    public String id() {
        return "I12";
    }

    @Override
    public String says() {
        return "No name, id number or phone of a person is in logs, events, dead letters, metrics or plain columns.";
    }

    @Override
    public List<Violation> check(Evidence evidence) {
        Findings findings = new Findings(this);
        Personal personal = evidence.personal();
        evidence.pages().forEach(page -> search(findings, personal, page.name(), page.text()));
        evidence.records()
                .forEach(record -> search(
                        findings,
                        personal,
                        record.toString(),
                        record.key() + " " + record.headers().values() + " " + record.value()));
        evidence.tables()
                .forEach((service, tables) -> tables.forEach((table, rows) ->
                        rows.forEach(row -> search(findings, personal, service + ", table " + table, row.toString()))));
        return findings.all();
    }

    private static void search(Findings findings, Personal personal, String where, String text) {
        findings.looked();
        find(findings, "An id number", where, ID_NUMBER.matcher(text), personal.idNumbers());
        find(findings, "A phone number", where, PHONE.matcher(text), personal.phones());
        Matcher words = HAN.matcher(text);
        while (words.find()) {
            String word = words.group();
            for (int start = 0; start + NAME_LENGTH <= word.length(); start++) {
                String name = word.substring(start, start + NAME_LENGTH);
                if (personal.names().contains(name)) {
                    findings.add("A name appears in " + where, around(text, words.start() + start));
                }
            }
        }
    }

    private static void find(Findings findings, String what, String where, Matcher matcher, Set<String> values) {
        matcher.results()
                .filter(found -> values.contains(found.group()))
                .forEach((MatchResult found) -> findings.add(what + " appears in " + where, found.group()));
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - 40), Math.min(text.length(), at + 40));
    }
}
