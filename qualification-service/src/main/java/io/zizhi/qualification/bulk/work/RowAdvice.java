package io.zizhi.qualification.bulk.work;

import io.zizhi.qualification.bulk.sheet.column.RowFinding;
import io.zizhi.qualification.precheck.Precheck;
import io.zizhi.qualification.precheck.RuleCode;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Adds advice in both languages to an error, from the catalogue of the pre-check if it has the code. */
@Singleton
class RowAdvice {

    private final Map<String, RuleCode> catalogue;

    RowAdvice(Precheck precheck) {
        catalogue = precheck.catalogue().stream()
                .collect(Collectors.toUnmodifiableMap(RuleCode::code, Function.identity(), (first, same) -> first));
    }

    RowFinding of(String code, String pointer, String detail) {
        RuleCode rule = catalogue.get(code);
        return rule == null
                ? RowFinding.of(code, pointer, detail)
                : RowFinding.at(code, pointer, rule.adviceZh(), rule.adviceEn());
    }
}
