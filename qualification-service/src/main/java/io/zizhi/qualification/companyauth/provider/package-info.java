/**
 * An identity provider to which companies confirm who they are, in words of its own: what is begun there, how far it is, and
 * who confirmed. The operator chooses one ({@link io.zizhi.qualification.companyauth.provider.ChosenAuthentication}).
 */
@NullMarked
package io.zizhi.qualification.companyauth.provider;

import org.jspecify.annotations.NullMarked;
