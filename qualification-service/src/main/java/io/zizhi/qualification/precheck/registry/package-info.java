/**
 * The check of the four elements (四要素): whether company, credit code, legal representative and the representative's id
 * belong together. Who is asked is the operator's choice: a provider over HTTP ({@link
 * io.zizhi.qualification.precheck.registry.RemoteCompanyRegistry}), a file of companies ({@link
 * io.zizhi.qualification.precheck.registry.CompanyFile}), or nobody. Who does not answer leaves the finding unknown, and submissions
 * go on.
 */
@NullMarked
package io.zizhi.qualification.precheck.registry;

import org.jspecify.annotations.NullMarked;
