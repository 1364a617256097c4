/** The product's name, as pages and titles say it in every language. */
export const PRODUCT_NAME = "Kontor";
