package io.zizhi.qualification.precheck.rule;

record OfferToPersons(boolean personSelf, boolean personThirdParty) implements PersonOfferConfig {}
