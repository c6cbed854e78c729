# Linted, not built: no container engine was at hand when it was written (docs/operations.md).
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:22-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production
COPY package.json package-lock.json ./
RUN npm ci --omit=dev && npm cache clean --force
COPY --from=build /app/dist ./dist
RUN mkdir -p /var/lib/wendai && chown node /var/lib/wendai
USER node
EXPOSE 3000
CMD ["node", "dist/src/main.js"]
