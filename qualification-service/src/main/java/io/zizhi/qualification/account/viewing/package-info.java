/** Records in the audit log which staff and services view the data of an account. */
@NullMarked
package io.zizhi.qualification.account.viewing;

import org.jspecify.annotations.NullMarked;
