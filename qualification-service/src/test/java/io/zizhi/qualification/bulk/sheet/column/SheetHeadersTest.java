package io.zizhi.qualification.bulk.sheet.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetHeadersTest {

    @ParameterizedTest
    @CsvSource({
        "资质名称*, NAME",
        "资质名称（必填）, NAME",
        "公司名称, COMPANY_NAME",
        "Company Name, COMPANY_NAME",
        "company_name, COMPANY_NAME",
        "是否自用, PURPOSE",
        "营业执照, CERTIFICATE_DOCUMENT",
        "证件文件ＩＤ, CERTIFICATE_DOCUMENT",
        "法人姓名, LEGAL_REPRESENTATIVE_NAME",
        "法人, LEGAL_REPRESENTATIVE_NAME",
        "法人身份证号, LEGAL_REPRESENTATIVE_ID_NUMBER",
        "管理员身份证号码, ADMINISTRATOR_ID_NUMBER",
        "admin id number, ADMINISTRATOR_ID_NUMBER",
        "手 机 号, PHONE",
        "授权委托书, LETTER",
        "其他资料, MORE_MATERIAL"
    })
    void recognises_common_headers(String header, SheetColumn column) {
        assertThat(SheetHeaders.stored(List.of(header)).at(0)).contains(column);
    }

    @Test
    void no_header_means_two_columns() {
        Map<String, SheetColumn> seen = new HashMap<>();
        for (SheetColumn column : SheetColumn.values()) {
            for (String header : column.headers()) {
                SheetColumn before = seen.putIfAbsent(WrittenWord.headerKey(header), column);
                assertThat(before).as(header).isIn(null, column);
            }
        }
    }

    @Test
    void names_cells_like_spreadsheets() {
        assertThat(List.of(
                        SheetPlace.letters(0), SheetPlace.letters(25), SheetPlace.letters(26), SheetPlace.letters(99)))
                .containsExactly("A", "Z", "AA", "CV");
        RowFinding finding = RowFinding.of("FIELD_TOO_LONG", "/company/name", "The value is too long.")
                .in(SheetHeaders.stored(List.of("名称", "备注", "公司（全称）")), 7);

        assertThat(finding.header()).isEqualTo("公司（全称）");
        assertThat(finding.cell()).isEqualTo("C7");
        assertThat(finding.adviceZh()).isNotBlank();
    }
}
