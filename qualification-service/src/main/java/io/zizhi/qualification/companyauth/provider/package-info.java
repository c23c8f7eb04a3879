/**
 * The interface to an identity provider to which companies prove their identity. The operator chooses the provider
 * ({@link io.zizhi.qualification.companyauth.provider.ChosenAuthentication}).
 */
@NullMarked
package io.zizhi.qualification.companyauth.provider;

import org.jspecify.annotations.NullMarked;
