/** Deletes authentications when their account is erased or when they are too old to be used. */
@NullMarked
package io.zizhi.qualification.companyauth.retention;

import org.jspecify.annotations.NullMarked;
