package io.zizhi.qualification.precheck.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.platform.privacy.personal.IdNumber;
import io.zizhi.platform.privacy.personal.PersonName;
import io.zizhi.qualification.form.IdType;
import io.zizhi.qualification.form.standard.CreditCode;
import io.zizhi.qualification.precheck.facts.RegistryFinding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompanyFileTest {

    @ParameterizedTest
    @CsvSource({
        "长虹示例软件有限公司, 91110108MA00001A5R, 赵示例, 110105198001011019, MATCHED",
        "长虹　示例软件有限公司, 91110108MA00001A5R, 赵示例, 110105198001011019, MATCHED",
        "别名示例软件有限公司, 91110108MA00001A5R, 赵示例, 110105198001011019, FOUR_ELEMENTS_ERROR",
        "长虹示例软件有限公司, 91110108MA00001A5R, 孙示例, 110105198001011019, LEGAL_REPRESENTATIVE_MISMATCH",
        "长虹示例软件有限公司, 91110108MA00001A5R, 赵示例, 310115198001011027, LEGAL_REPRESENTATIVE_MISMATCH",
        "已注销示例贸易有限公司, 91310115MA00001B36, 钱示例, 310115198001011027, COMPANY_STATE_INVALID",
        "无登记人示例有限公司, 91440305MA00001C1Y, 钱示例, 310115198001011027, NO_LEGAL_REPRESENTATIVE",
        "不在册示例有限公司, 91330106673959654P, 钱示例, 310115198001011027, NOT_LISTED"
    })
    void bundled_example_covers_all_results(
            String name, String code, String person, String idNumber, RegistryFinding expected) throws IOException {
        try (InputStream example =
                Objects.requireNonNull(CompanyFileTest.class.getResourceAsStream("/companies.example.json"))) {
            assertThat(CreditCode.isValid(code)).isTrue();
            assertThat(check(new CompanyFile(example), name, code, person, idNumber))
                    .isEqualTo(expected);
        }
    }

    @Test
    void complete_file_reports_missing_company_as_nonexistent() throws IOException {
        byte[] complete = "{\"complete\": true, \"companies\": []}".getBytes(StandardCharsets.UTF_8);

        assertThat(check(
                        new CompanyFile(new ByteArrayInputStream(complete)),
                        "不在册示例有限公司",
                        "91330106673959654P",
                        "钱示例",
                        "310115198001011027"))
                .isEqualTo(RegistryFinding.NO_COMPANY);
    }

    private static RegistryFinding check(CompanyFile file, String name, String code, String person, String idNumber) {
        return file.check(
                        new FourElements(name, code, PersonName.of(person), IdType.RESIDENT_ID, IdNumber.of(idNumber)))
                .await()
                .indefinitely();
    }
}
