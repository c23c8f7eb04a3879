/**
 * Authentications go: with their account, and once they have long been of no use.
 */
@NullMarked
package io.zizhi.qualification.companyauth.retention;

import org.jspecify.annotations.NullMarked;
