/** What the signature of a package's address stands for: nobody else's and of no other package. */
export const packageSigned = (deliveryId: string, personId: string) => `package/${deliveryId}/${personId}`
