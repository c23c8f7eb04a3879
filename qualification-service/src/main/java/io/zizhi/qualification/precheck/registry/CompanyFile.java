package io.zizhi.qualification.precheck.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.form.standard.CompanyName;
import io.zizhi.qualification.form.standard.WrittenName;
import io.zizhi.qualification.precheck.facts.RegistryFinding;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * A registry that reads its companies from a file once. A company missing in the file does not exist if the file is
 * marked {@code complete}; otherwise it is reported as not listed.
 */
final class CompanyFile implements CompanyRegistry {

    private static final String OPERATING = "OPERATING";

    private final Map<String, JsonNode> byCreditCode = new HashMap<>();
    private final RegistryFinding ofOthers;

    CompanyFile(InputStream file) throws IOException {
        JsonNode root = new ObjectMapper().readTree(file);
        for (JsonNode company : root.path("companies")) {
            byCreditCode.put(company.path("creditCode").asText(), company);
        }
        ofOthers = root.path("complete").asBoolean() ? RegistryFinding.NO_COMPANY : RegistryFinding.NOT_LISTED;
    }

    @Override
    public Uni<RegistryFinding> check(FourElements elements) {
        JsonNode company = byCreditCode.get(elements.creditCode());
        return Uni.createFrom().item(company == null ? ofOthers : compare(company, elements));
    }

    private static RegistryFinding compare(JsonNode company, FourElements elements) {
        if (!CompanyName.same(company.path("name").asText(), elements.companyName())) {
            return RegistryFinding.FOUR_ELEMENTS_ERROR;
        }
        if (!company.path("state").asText(OPERATING).equals(OPERATING)) {
            return RegistryFinding.COMPANY_STATE_INVALID;
        }
        JsonNode legalRepresentative = company.path("legalRepresentative");
        if (!legalRepresentative.isObject()) {
            return RegistryFinding.NO_LEGAL_REPRESENTATIVE;
        }
        boolean same = WrittenName.same(
                        legalRepresentative.path("name").asText(),
                        elements.legalRepresentativeName().reveal())
                && legalRepresentative
                        .path("idNumber")
                        .asText()
                        .equals(elements.idNumber().reveal());
        return same ? RegistryFinding.MATCHED : RegistryFinding.LEGAL_REPRESENTATIVE_MISMATCH;
    }
}
