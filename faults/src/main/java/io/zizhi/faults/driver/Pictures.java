package io.zizhi.faults.driver;

import io.zizhi.e2e.Specimen;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** A few specimens of each kind, drawn once, because drawing takes longer than the suite's work on them. */
final class Pictures {

    private static final int OF_EACH_KIND = 4;

    private final Map<String, List<byte[]>> byKind = new HashMap<>();

    Pictures() {
        for (int number = 1; number <= OF_EACH_KIND; number++) {
            String which = "Specimen " + number;
            add("ID_EMBLEM", Specimen.idEmblem(which));
            add("ID_PORTRAIT", Specimen.idPortrait(which));
            add("BUSINESS_LICENSE", Specimen.businessLicense(which, ""));
            add("INSTITUTION_CERTIFICATE", Specimen.businessLicense(which, "institution"));
            add("AUTHORIZATION_LETTER", Specimen.authorizationLetter(List.of(which)));
            add("MORE_MATERIAL", Specimen.moreMaterial(which));
        }
    }

    private void add(String kind, byte[] picture) {
        byKind.computeIfAbsent(kind, none -> new ArrayList<>()).add(picture);
    }

    byte[] any(String kind, RandomGenerator random) {
        return byKind.getOrDefault(kind, List.of()).get(random.nextInt(OF_EACH_KIND));
    }
}
