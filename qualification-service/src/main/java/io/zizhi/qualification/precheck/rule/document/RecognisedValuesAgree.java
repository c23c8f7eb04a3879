package io.zizhi.qualification.precheck.rule.document;

import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.facts.Facts;
import io.zizhi.qualification.precheck.recognition.ComparedValue;
import io.zizhi.qualification.precheck.recognition.ComparedValues;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares the form with the values recognised in its pictures. A difference only warns, because recognition may be
 * wrong; the reviewer sees the recognised value. A value that was recognised with little confidence is ignored.
 */
@Singleton
public class RecognisedValuesAgree implements Rule {

    static final RuleCode RECOGNISED_VALUE_DIFFERS = new RuleCode(
            "RECOGNISED_VALUE_DIFFERS",
            "所填内容与从上传图片中识别出的内容不一致，请对照图片核对。识别可能有误，确认填写无误的不影响提交，由审核员核实。",
            "The value differs from the one recognised in the uploaded picture: compare it with the picture."
                    + " Recognition may be wrong; if the value is right, this does not block the submission, and the"
                    + " reviewer checks it.");

    @Override
    public List<RuleCode> codes() {
        return List.of(RECOGNISED_VALUE_DIFFERS);
    }

    @Override
    public List<Outcome> judge(QualificationForm form, Facts facts) {
        Map<String, List<ComparedValue>> byField = ComparedValues.of(
                        form, facts.documents().orElse(Map.of()))
                .stream()
                .collect(Collectors.groupingBy(
                        value -> value.recognised().pointer(), LinkedHashMap::new, Collectors.toList()));
        return byField.entrySet().stream()
                .flatMap(field -> judge(field.getKey(), field.getValue()))
                .toList();
    }

    private static Stream<Outcome> judge(String pointer, List<ComparedValue> values) {
        Optional<ComparedValue> differing =
                values.stream().filter(ComparedValue::differs).findFirst();
        if (differing.isPresent()) {
            return Stream.of(code(differing.get()).warning(pointer));
        }
        return values.stream().anyMatch(ComparedValue::agrees)
                ? Stream.of(RECOGNISED_VALUE_DIFFERS.passed(pointer))
                : Stream.empty();
    }

    /** Adds the places of the difference, which masked values do not show. Like other advice, it counts from 1. */
    private static RuleCode code(ComparedValue differing) {
        List<String> places = differing.differsAt().stream()
                .map(position -> Integer.toString(position + 1))
                .toList();
        return RECOGNISED_VALUE_DIFFERS.saying(
                "不一致之处：第 " + String.join("、", places) + " 个字符（不计空格和标点）。",
                "Characters that differ, without spaces and punctuation: " + String.join(", ", places) + ".");
    }
}
