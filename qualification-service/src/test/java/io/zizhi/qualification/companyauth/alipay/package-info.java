@NullMarked
package io.zizhi.qualification.companyauth.alipay;

import org.jspecify.annotations.NullMarked;
