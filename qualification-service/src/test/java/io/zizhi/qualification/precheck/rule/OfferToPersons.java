package io.zizhi.qualification.precheck.rule;

import io.zizhi.qualification.precheck.PersonOfferConfig;

public record OfferToPersons(boolean personSelf, boolean personThirdParty) implements PersonOfferConfig {}
