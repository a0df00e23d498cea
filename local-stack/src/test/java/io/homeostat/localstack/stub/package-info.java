/** Stand-ins for the services, for tests of the supervision. */
package io.homeostat.localstack.stub;
