/**
 * Checks whether company, credit code, legal representative and id number match (四要素). The operator chooses a provider
 * over HTTP ({@link io.zizhi.qualification.precheck.registry.RemoteCompanyRegistry}), a file of companies ({@link
 * io.zizhi.qualification.precheck.registry.CompanyFile}), or no check. If the provider does not answer, the result is
 * unknown and submissions continue.
 */
@NullMarked
package io.zizhi.qualification.precheck.registry;

import org.jspecify.annotations.NullMarked;
