package io.zizhi.bench.specimen;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The specimens of a seed: the same number of every kind with every degradation. Draws each one only when asked. */
public final class SpecimenSet {

    private static final int SEED_STEP = 1_000_003;

    private final long seed;
    private final List<Typeface> typefaces;

    /** @param typefaces used in turn */
    public SpecimenSet(long seed, List<Typeface> typefaces) {
        this.seed = seed;
        this.typefaces = List.copyOf(typefaces);
    }

    /**
     * Returns the plans of all specimens.
     *
     * @param first index of the first specimen of one kind with one degradation
     * @param each number of specimens of one kind with one degradation
     */
    public List<Plan> plans(int first, int each) {
        List<Plan> plans = new ArrayList<>();
        for (int index = first; index < first + each; index++) {
            for (Degradation degradation : Degradation.values()) {
                for (SpecimenKind kind : SpecimenKind.values()) {
                    plans.add(new Plan(kind, degradation, index));
                }
            }
        }
        return plans;
    }

    public Specimen draw(Plan plan) {
        int kind = List.of(SpecimenKind.values()).indexOf(plan.kind());
        int degradation = List.of(Degradation.values()).indexOf(plan.degradation());
        long cell = (long) kind * Degradation.values().length + degradation;
        Random random = new Random(seed * SEED_STEP + cell * SEED_STEP * SEED_STEP + plan.index());
        Typeface typeface = typefaces.get((plan.index() + degradation) % typefaces.size());
        Words words = new Words(random, typeface);
        Sheet sheet = switch (plan.kind()) {
            case ID_PORTRAIT -> IdCard.portrait(words, typeface);
            case ID_EMBLEM -> IdCard.emblem(words, typeface);
            case TRAVEL_PERMIT -> TravelPermit.draw(words, typeface);
            case BUSINESS_LICENSE -> Certificate.businessLicense(words, typeface);
            case INSTITUTION_CERTIFICATE -> Certificate.institution(words, typeface);
        };
        return new Specimen(
                plan.kind(),
                plan.degradation(),
                sheet.fields(),
                plan.degradation().apply(sheet.picture(), random));
    }

    /** @param index from 0, among the specimens of this kind with this degradation */
    public record Plan(SpecimenKind kind, Degradation degradation, int index) {}
}
